import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { draw, hashText } from './draw.ts';

interface Vector {
  readonly name: string;
  readonly visitorId: string;
  readonly id: string;
  readonly hash: number;
  readonly draw: number;
}

const file = new URL('../../fixtures/draws.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[];

test.each(vectors)('[SL6] draws as everyone does: $name', (vector) => {
  const { visitorId, id } = vector;
  expect(hashText(`${visitorId}|${id}`)).toBe(vector.hash);
  expect(draw(visitorId, id)).toBe(vector.draw);
});

test('[SL6] no text hashes to nothing but the empty one', () => {
  expect(hashText('')).toBe(0);
  expect(hashText('\0')).not.toBe(0);
});
