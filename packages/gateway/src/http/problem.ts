/**
 * All that can go wrong with a request (GW3): the closed list of codes, each
 * with its status and what it says. SPEC.md repeats it for readers.
 */
export const PROBLEMS = {
  /** The request line, a header or the address cannot be read. */
  'bad-request': [400, 'The request cannot be read.'],
  /** A query parameter is missing, or is more than may be asked at once. */
  'query-invalid': [400, 'The query lacks something or asks for too much.'],
  /** The body is not UTF-8, or not JSON. */
  'body-not-json': [400, 'The body is not JSON.'],
  /** The body is JSON of another shape; `problems` says where. */
  'body-invalid': [400, 'The body is not what belongs here.'],
  /** A WebSocket that does not offer `beckon.v1`. */
  'protocol-unknown': [400, 'The subprotocol is none that is spoken here.'],
  /** No login, no token, or one that ended. */
  'not-logged-in': [401, 'Log in first.'],
  /** DP5: it does not say which of the two. */
  'login-refused': [401, 'Address or password is wrong.'],
  /** WS1: expired, revoked, of another site, or no token at all. */
  'token-invalid': [401, 'The token is none that is good here.'],
  /** An agent's role, or no admin's token. */
  'not-allowed': [403, 'You may not do this.'],
  /** A request that only listed origins may make says no origin. */
  'origin-missing': [403, 'The request names no origin.'],
  /** The site does not list the origin. */
  'origin-not-allowed': [403, 'The site does not list this origin.'],
  /** No such address. */
  'not-found': [404, 'There is nothing at this address.'],
  /** No site of this name is published here. */
  'unknown-site': [404, 'No such site is published here.'],
  /** `Allow` says what may be asked. */
  'method-not-allowed': [405, 'This method cannot be used here.'],
  /** The client sent its request too slowly. */
  'too-slow': [408, 'The request took too long to arrive.'],
  /** The body is larger than may be sent here. */
  'body-too-large': [413, 'The body is too large.'],
  /** The body's type or encoding is none that is read here. */
  'body-unsupported': [415, 'Bodies of this type are not read here.'],
  /** Too many requests; `Retry-After` says when to come back. */
  'rate-limited': [429, 'Too many requests.'],
  /** The headers or the address are too long. */
  'headers-too-large': [431, 'The headers or the address are too long.'],
  /** A bug, or a part that failed; the log says more under the request's id. */
  internal: [500, 'Something went wrong here.'],
  /** What was sent cannot be kept now; `Retry-After` says when to come back. */
  'not-kept': [503, 'This cannot be kept at the moment.'],
  /** The gateway starts or stops; asked elsewhere it may succeed. */
  'not-ready': [503, 'This node takes no requests at the moment.'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface ProblemDetails {
  readonly requestId?: string;
  /** Paths in the body, such as `events[0].at`; never what stands there, but in
   * what an admin publishes, with the reasons (GW2). */
  readonly problems?: readonly string[];
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** The body of a problem (RFC 9457): nothing in it came from the visitor. */
export function problemText(
  code: ProblemCode,
  details: ProblemDetails = {},
): string {
  const [status, title] = PROBLEMS[code];
  const type = `urn:beckon:problem:${code}`;
  return JSON.stringify({ type, title, status, code, ...details });
}

/** Answers with a problem; caches keep none. */
export function problem(
  code: ProblemCode,
  details: ProblemDetails = {},
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(problemText(code, details), {
    status: PROBLEMS[code][0],
    headers: {
      'Content-Type': PROBLEM_TYPE,
      'Cache-Control': 'no-store',
      ...headers,
    },
  });
}
