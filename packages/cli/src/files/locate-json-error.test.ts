import { expect, test } from 'vitest';
import { locateJsonError } from './locate-json-error.ts';

test.each([
  ['', 1, 1, 'a value was expected, the file ends there'],
  [
    '{\n  "a": 1,\n}',
    3,
    1,
    'a key in double quotes was expected, } stands there',
  ],
  ['{"a" 1}', 1, 6, '":" was expected, 1 stands there'],
  ['{"a": 1', 1, 8, '"," or "}" was expected, the file ends there'],
  ['[1 2]', 1, 4, '"," or "]" was expected, 2 stands there'],
  ['[1,]', 1, 4, 'a value was expected, ] stands there'],
  ['{"a": tru}', 1, 7, 'a value was expected, tru stands there'],
  ['{"a": }', 1, 7, 'a value was expected, } stands there'],
  [
    '{a: 1}',
    1,
    2,
    'a key in double quotes or "}" was expected, a stands there',
  ],
  [
    '{\n  // no\n}',
    2,
    3,
    'a key in double quotes or "}" was expected, / stands there',
  ],
  ['[01]', 1, 2, 'a value or "]" was expected, 01 stands there'],
  ['["a\tb"]', 1, 2, 'a value or "]" was expected, "a\tb stands there'],
  ['{} {}', 1, 4, 'the end of the file was expected, { stands there'],
  [
    '[{"a": [1, {"b": null}]}, "x"}',
    1,
    30,
    '"," or "]" was expected, } stands there',
  ],
])(
  '[JR14] %j is no JSON at line %i, column %i',
  (text, line, column, message) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(locateJsonError(text)).toEqual({ line, column, message });
  },
);
