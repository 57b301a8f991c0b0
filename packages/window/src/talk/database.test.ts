import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createDatabase } from './database.ts';

test('[WM5] what is kept is there for the next page', async () => {
  await createDatabase('a').write('outbox', { outbox: [1] });
  expect(await createDatabase('a').read('outbox')).toEqual({ outbox: [1] });
  expect(await createDatabase('b').read('outbox')).toBeUndefined();
});

test('[ST2] no connection stands in the way of erasing it', async () => {
  await createDatabase('c').write('transcript', 1);
  await new Promise<void>((resolve, reject) => {
    const erasing = indexedDB.deleteDatabase('c');
    erasing.onsuccess = () => resolve();
    erasing.onblocked = () => reject(new Error('blocked'));
  });
  expect(await createDatabase('c').read('transcript')).toBeUndefined();
});

test('[ST5] a database that cannot be had is empty', async () => {
  const { indexedDB: real } = globalThis;
  Object.assign(globalThis, {
    indexedDB: {
      open: () => {
        throw new Error('no');
      },
    },
  });
  try {
    await createDatabase('d').write('outbox', 1);
    expect(await createDatabase('d').read('outbox')).toBeUndefined();
  } finally {
    Object.assign(globalThis, { indexedDB: real });
  }
});
