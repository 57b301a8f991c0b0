/** Codes after which the same frame may be sent again, later. */
const PASSING = ['rate-limited', 'not-ready', 'not-kept', 'internal', 'busy'];

/** Sending the same again would be refused again. */
export const isFinal = (code: string): boolean => !PASSING.includes(code);
