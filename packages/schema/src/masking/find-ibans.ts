import { BETWEEN, type Range } from './range.ts';

/** Country and length, out of the IBAN registry. */
const LENGTHS =
  'AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30';

const HEAD = new RegExp(
  `(?=([a-z])${BETWEEN}([a-z])${BETWEEN}\\d${BETWEEN}\\d)`,
  'giu',
);
const NEXT = new RegExp(`[a-z0-9]${BETWEEN}`, 'giuy');

/** IBANs of the registry with valid check digits, in any grouping (DP1). */
export function findIbans(text: string): readonly Range[] {
  return [...text.matchAll(HEAD)].flatMap(
    ({ index, 1: first = '', 2: second = '' }) => {
      const country = `${first}${second}`.toUpperCase();
      const length = lengthOf(country);
      const found = length > 0 && readChars(text, index, length);
      return found && passesMod97(found.chars) ? [[index, found.to]] : [];
    },
  );
}

function lengthOf(country: string): number {
  const at = LENGTHS.indexOf(country);
  return at < 0 ? 0 : Number(LENGTHS.slice(at + 2, at + 4));
}

function readChars(
  text: string,
  from: number,
  length: number,
): { readonly chars: string; readonly to: number } | undefined {
  let chars = '';
  NEXT.lastIndex = from;
  while (chars.length < length) {
    const to = NEXT.lastIndex;
    const [next] = NEXT.exec(text) ?? [];
    if (next === undefined) return undefined;
    chars += next.charAt(0);
    if (chars.length === length) return { chars, to: to + 1 };
  }
  return undefined;
}

/** ISO 7064: letters are 10 to 35, the head goes to the end. */
function passesMod97(iban: string): boolean {
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
