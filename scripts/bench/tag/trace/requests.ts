import type { MainThread } from './main-thread.ts';

export interface SentRequest {
  readonly url: string;
  readonly method: string;
  /** Milliseconds after the page came to the tag. */
  readonly atMs: number;
  /** Of the answer as it came over the wire, headers and all. */
  readonly bytes: number;
}

/** What the page asked for, in order; its own files and the tag's. */
export function readRequests({
  events,
  snippetAt,
}: MainThread): readonly SentRequest[] {
  const sizes = new Map<unknown, number>();
  for (const { name, args } of events)
    if (name === 'ResourceFinish')
      sizes.set(
        args.data?.['requestId'],
        Number(args.data?.['encodedDataLength'] ?? 0),
      );
  return events
    .filter(({ name }) => name === 'ResourceSendRequest')
    .map(({ ts, args: { data = {} } }) => ({
      url: data['url'] as string,
      method: data['requestMethod'] as string,
      atMs: (ts - snippetAt) / 1000,
      bytes: sizes.get(data['requestId']) ?? 0,
    }))
    .filter(({ url }) => url.startsWith('http'))
    .sort((a, b) => a.atMs - b.atMs);
}
