import { nearest } from '../nearest.ts';
import { parseUrl } from '../parse-url.ts';
import {
  BECKON_VALUES,
  ELEMENT_ATTRIBUTES,
  GLOBAL_ATTRIBUTES,
  URL_SCHEMES,
} from './allowed-html.ts';

const isAllowed = (element: string, name: string): boolean =>
  GLOBAL_ATTRIBUTES.has(name) ||
  /^aria-[a-z]+$/.test(name) ||
  (ELEMENT_ATTRIBUTES.get(element) ?? []).includes(name);

const judgeName = (element: string, name: string): string => {
  const where = `${name} of <${element}>`;
  if (name.startsWith('on'))
    return `Leave ${where} out: mark hot spots with data-beckon.`;
  if (name === 'style') return `Move ${where} to css.`;
  const near = nearest(name, [
    ...GLOBAL_ATTRIBUTES,
    ...(ELEMENT_ATTRIBUTES.get(element) ?? []),
  ]);
  const guess = near === undefined ? '' : ` Did you mean ${near}?`;
  return `Leave ${where} out: no offer may have it.${guess}`;
};

/** What is wrong with an attribute of an html creative; undefined if nothing. */
export const judgeAttribute = (
  element: string,
  name: string,
  value: string,
): string | undefined => {
  if (!isAllowed(element, name)) return judgeName(element, name);
  if (name === 'data-beckon' && !BECKON_VALUES.includes(value))
    return `Write data-beckon="click" or data-beckon="close", not ${JSON.stringify(value)}.`;
  if (element === 'button' && name === 'type' && value !== 'button')
    return 'Write type="button", or leave type of <button> out.';
  const schemes = URL_SCHEMES.get(name);
  if (schemes === undefined) return undefined;
  const url = parseUrl(value);
  if (url !== undefined && schemes.includes(url.protocol)) return undefined;
  const names = schemes.map((scheme) => scheme.slice(0, -1)).join(', ');
  return `Write an absolute URL of ${names} as ${name} of <${element}>, not ${JSON.stringify(value.slice(0, 80))}.`;
};
