import type { SentRequest } from '../trace/requests.ts';

/** What a fake endpoint answers; gzipped where that makes it smaller. */
export interface Answer {
  readonly type: string;
  readonly body: string;
}

/** Somebody's tag on the bench's page. */
export interface Contestant {
  /** Unique; also what `--only` takes. */
  readonly name: string;
  /** What a site owner pastes into the page's head. */
  readonly head: string;
  /** Whether this request carries the page view. */
  isEvent(request: SentRequest): boolean;
}

/** Whoever has files on the vendors' server, and an endpoint there. */
export interface Peer extends Contestant {
  /** By path. Under `/`, and asked without regard to the query. */
  readonly answers: Readonly<Record<string, Answer>>;
}

export const script = (body: string): Answer => ({
  type: 'text/javascript; charset=utf-8',
  body,
});

export const json = (value: unknown): Answer => ({
  type: 'application/json',
  body: JSON.stringify(value),
});
