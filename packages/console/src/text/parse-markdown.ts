import { findLinks } from './find-links.ts';
import type { Block, Inline } from './inline.ts';
import { safeUrl } from './safe-url.ts';

const BULLET = /^\s{0,3}[-*•]\s+(.*)$/u;
const NUMBER = /^\s{0,3}(\d{1,9})[.)]\s+(.*)$/u;
const FENCE = /^\s{0,3}```/u;

/**
 * The subset that agents can write (WF1): bold, italic, lists, links, code.
 * What is none of these is text, HTML included.
 */
export function parseMarkdown(text: string): Block[] {
  const lines = text.split(/\r?\n/u);
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const { block, next } = readBlock(lines, at);
    if (block) blocks.push(block);
    at = next;
  }
  return blocks;
}

interface Read {
  readonly block?: Block;
  readonly next: number;
}

function readBlock(lines: readonly string[], at: number): Read {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { next: at + 1 };
  if (FENCE.test(line) && isClosed(lines, at)) return readFence(lines, at);
  if (isItem(line)) return readList(lines, at);
  const next = nextWhere(
    lines,
    at + 1,
    (one, index) =>
      one.trim() === '' ||
      isItem(one) ||
      (FENCE.test(one) && isClosed(lines, at + 1 + index)),
  );
  const inside = lines.slice(at, next).map((one) => parseInline(one));
  return { block: { kind: 'lines', lines: inside }, next };
}

/** A fence without an end is text. */
function isClosed(lines: readonly string[], at: number): boolean {
  return nextWhere(lines, at + 1, (line) => FENCE.test(line)) < lines.length;
}

function readFence(lines: readonly string[], at: number): Read {
  const end = nextWhere(lines, at + 1, (line) => FENCE.test(line));
  const text = lines.slice(at + 1, end).join('\n');
  return { block: { kind: 'code', text }, next: end + 1 };
}

function readList(lines: readonly string[], at: number): Read {
  const number = NUMBER.exec(lines[at] ?? '');
  const ordered = number !== null;
  const pattern = ordered ? NUMBER : BULLET;
  const next = nextWhere(lines, at, (line) => !pattern.test(line));
  const items = lines
    .slice(at, next)
    .map((line) => parseInline(pattern.exec(line)?.at(-1) ?? ''));
  const start = Number(number?.[1] ?? 1);
  return { block: { kind: 'list', ordered, start, items }, next };
}

function isItem(line: string): boolean {
  return BULLET.test(line) || NUMBER.test(line);
}

function nextWhere(
  lines: readonly string[],
  from: number,
  fits: (line: string, index: number) => boolean,
): number {
  const found = lines.slice(from).findIndex(fits);
  return found < 0 ? lines.length : from + found;
}

/** In the order in which they bind; each is bounded by its own marks. */
const SPANS =
  /`([^`\n]+)`|\*\*(?=\S)([^\n]{1,2000}?\S)\*\*|(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]{0,2000}[^\s*])\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]{0,2000}[^\s_])_(?![\p{L}\p{N}_])|\[([^[\]\n]{1,500})\]\(([^\s()]{1,2000})\)/gu;

/** How deep marks may stand in each other. */
const MAX_DEPTH = 4;

export function parseInline(line: string, depth = 0): Inline[] {
  if (depth > MAX_DEPTH) return [{ kind: 'text', text: line }];
  const parts: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(SPANS)) {
    const span = readSpan(match, depth + 1);
    if (!span) continue;
    parts.push(...findLinks(line.slice(from, match.index)), span);
    from = match.index + match[0].length;
  }
  return [...parts, ...findLinks(line.slice(from))];
}

function readSpan(match: RegExpExecArray, depth: number): Inline | undefined {
  const [, code, bold, star, underscore, label, address] = match;
  if (code !== undefined) return { kind: 'code', text: code };
  if (bold !== undefined)
    return { kind: 'bold', inside: parseInline(bold, depth) };
  const italic = star ?? underscore;
  if (italic !== undefined) {
    return { kind: 'italic', inside: parseInline(italic, depth) };
  }
  const url = safeUrl(address ?? '');
  if (url === undefined || label === undefined) return undefined;
  return { kind: 'link', url, inside: [{ kind: 'text', text: label }] };
}
