/** Where a text stops being JSON. */
export interface JsonError {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** `expected a value, got "}"`. */
  readonly message: string;
}

type Expected =
  | 'value'
  | 'value or ]'
  | 'key'
  | 'key or }'
  | ':'
  | ', or ]'
  | ', or }'
  | 'end';

const WORDS: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value or ]': 'a value or "]"',
  key: 'a key in double quotes',
  'key or }': 'a key in double quotes or "}"',
  ':': '":"',
  ', or ]': '"," or "]"',
  ', or }': '"," or "}"',
  end: 'the end of the file',
};

const SPACE = /[ \t\n\r]*/y;
const TOKEN =
  /"(?:[^"\\]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)\b|[[\]{}:,]/y;

/**
 * Finds the first mistake of a text that `JSON.parse` refused: not every
 * engine tells the position, and none in lines and columns.
 */
export function locateJsonError(text: string): JsonError {
  const open: Open = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    at = skip(SPACE, text, at);
    const end = skip(TOKEN, text, at);
    const token = text.slice(at, end);
    const next: Expected | undefined = isToken(token)
      ? FOLLOW[expected](token, open)
      : undefined;
    if (!next) return describe(text, at, expected);
    expected = next;
    at = end;
  }
}

/** Control characters, tabs too, must be escaped in a text. */
function isToken(token: string): boolean {
  return token !== '' && token.split('').every((char) => char >= ' ');
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

type Open = ('[' | '{')[];

/** What may come after a token, or undefined where it may not stand. */
const FOLLOW: Readonly<
  Record<Expected, (token: string, open: Open) => Expected | undefined>
> = {
  value: followValue,
  'value or ]': (token, open) =>
    token === ']' ? close(open) : followValue(token, open),
  key: (token) => (token.startsWith('"') ? ':' : undefined),
  'key or }': (token, open) =>
    token === '}' ? close(open) : token.startsWith('"') ? ':' : undefined,
  ':': (token) => (token === ':' ? 'value' : undefined),
  ', or ]': (token, open) =>
    token === ',' ? 'value' : token === ']' ? close(open) : undefined,
  ', or }': (token, open) =>
    token === ',' ? 'key' : token === '}' ? close(open) : undefined,
  end: () => undefined,
};

function followValue(token: string, open: Open): Expected | undefined {
  if (token === '[' || token === '{') {
    open.push(token);
    return token === '[' ? 'value or ]' : 'key or }';
  }
  return /^[\]}:,]/.test(token) ? undefined : afterValue(open);
}

function close(open: Open): Expected {
  open.pop();
  return afterValue(open);
}

function afterValue(open: Readonly<Open>): Expected {
  if (open.length === 0) return 'end';
  return open.at(-1) === '[' ? ', or ]' : ', or }';
}

function describe(text: string, at: number, expected: Expected): JsonError {
  const before = text.slice(0, at).split('\n');
  const got = /^(?:[\w.+-]+|"[^"\n]{0,20}|\S)/.exec(text.slice(at))?.[0];
  return {
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    message: `${WORDS[expected]} was expected, ${got ? `${got} stands there` : 'the file ends there'}`,
  };
}
