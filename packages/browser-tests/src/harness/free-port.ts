import { createServer } from 'node:http';
import { listen } from './listen.ts';

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const { origin, stop } = await listen(createServer());
  await stop();
  return Number(new URL(origin).port);
}
