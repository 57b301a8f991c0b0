import {
  PROBLEMS,
  PROBLEM_TYPE,
  problemText,
  type ProblemCode,
} from './problem.ts';

/** A whole answer in bytes, where there is no response to write it to. */
export function rawProblem(code: ProblemCode): string {
  const body = problemText(code);
  return (
    `HTTP/1.1 ${PROBLEMS[code][0]} Refused\r\n` +
    `Content-Type: ${PROBLEM_TYPE}\r\n` +
    `Content-Length: ${Buffer.byteLength(body)}\r\n` +
    (code === 'rate-limited' || code === 'not-ready'
      ? 'Retry-After: 5\r\n'
      : '') +
    `X-Content-Type-Options: nosniff\r\n` +
    `Connection: close\r\n\r\n${body}`
  );
}
