import { MAX_ATTRIBUTE_STRING_CHARS } from '../constants.ts';

/**
 * What a value is when it is read as another kind without losing anything
 * (EA2); undefined where it cannot be read so.
 */
export type Coerce<Value> = (value: unknown) => Value | undefined;

const NUMERIC = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

export const toText: Coerce<string> = (value) => {
  if (typeof value === 'string')
    return value.slice(0, MAX_ATTRIBUTE_STRING_CHARS);
  return typeof value === 'number' && Number.isFinite(value)
    ? String(value)
    : undefined;
};

export const toNumber: Coerce<number> = (value) => {
  const isNumeric = typeof value === 'string' && NUMERIC.test(value.trim());
  const number = isNumeric ? Number(value) : value;
  // EA5
  return typeof number === 'number' && Number.isFinite(number)
    ? number
    : undefined;
};

export const toInt: Coerce<number> = (value) => {
  const number = toNumber(value);
  return Number.isSafeInteger(number) ? number : undefined;
};

const BOOLEANS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  [1, true],
  ['1', true],
  ['true', true],
  [false, false],
  [0, false],
  ['0', false],
  ['false', false],
]);

export const toBoolean: Coerce<boolean> = (value) =>
  BOOLEANS.get(typeof value === 'string' ? value.toLowerCase() : value);

export const toCurrency: Coerce<string> = (value) => {
  const letters = typeof value === 'string' ? value.trim() : '';
  return /^[a-z]{3}$/i.test(letters) ? letters.toUpperCase() : undefined;
};

/** A name in any case, or its index as a number or digits. */
export const toName =
  <Name extends string>(names: readonly Name[]): Coerce<Name> =>
  (value) => {
    const folded = typeof value === 'string' ? value.trim().toLowerCase() : '';
    const index = toInt(value);
    return (
      names.find((name) => name.toLowerCase() === folded) ??
      (index === undefined ? undefined : names[index])
    );
  };
