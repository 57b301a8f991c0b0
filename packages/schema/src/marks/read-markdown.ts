import { findLinks, safeUrl } from './find-links.ts';

/** What agents can mark (WF1); never HTML. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'bold' | 'italic'; readonly inside: readonly Inline[] }
  | {
      readonly type: 'link';
      readonly url: string;
      readonly inside: readonly Inline[];
    };

export type Block =
  | { readonly type: 'lines'; readonly lines: readonly (readonly Inline[])[] }
  | {
      readonly type: 'list';
      readonly isOrdered: boolean;
      /** The number of its first entry. */
      readonly from: number;
      readonly entries: readonly (readonly Inline[])[];
    }
  | { readonly type: 'code'; readonly text: string };

const ENTRY = /^\s{0,3}(?:[-*•]|(\d{1,4})[.)])\s+(.*)$/;
const FENCE = /^\s{0,3}```/;

/** How deep marks may stand in each other. */
const MAX_DEPTH = 4;

/**
 * Reads a text as Markdown's bold, italic, lists, links and code; whatever else
 * it holds, or does not close, is text.
 */
export function readMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const rest = text.split(/\r\n?|\n/);
  for (let line = rest.shift(); line !== undefined; line = rest.shift()) {
    const fenceEnd = FENCE.test(line)
      ? rest.findIndex((each) => FENCE.test(each))
      : -1;
    if (fenceEnd >= 0) {
      const code = rest.splice(0, fenceEnd + 1).slice(0, -1);
      blocks.push({ type: 'code', text: code.join('\n') });
    } else addLine(blocks, line);
  }
  return blocks;
}

function addLine(blocks: Block[], line: string): void {
  const last = blocks[blocks.length - 1];
  const entry = ENTRY.exec(line);
  if (!entry) {
    // What stands apart already needs no empty line.
    if (!line.trim() && last?.type !== 'lines') return;
    const inline = readInline(line);
    if (last?.type === 'lines')
      blocks[blocks.length - 1] = { ...last, lines: [...last.lines, inline] };
    else blocks.push({ type: 'lines', lines: [inline] });
    return;
  }
  const [, number, words = ''] = entry;
  const isOrdered = number !== undefined;
  const inline = readInline(words);
  if (last?.type === 'list' && last.isOrdered === isOrdered)
    blocks[blocks.length - 1] = { ...last, entries: [...last.entries, inline] };
  else
    blocks.push({
      type: 'list',
      isOrdered,
      from: Number(number ?? 1),
      entries: [inline],
    });
}

/** Code, links, bold and italic, whichever begins first. No mark spans a line,
 * and none is looked for twice from the same place. */
const MARK =
  /`([^`]+)`|\[([^\][]+)\]\(([^()\s]+)\)|\*\*(?=\S)((?:[^*]|\*(?!\*))+?)\*\*|(?<![\w*])\*(?=[^\s*])([^*]+?)\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_]+?)_(?![\w_])/;

function readInline(text: string, depth = 0): readonly Inline[] {
  const inlines: Inline[] = [];
  let rest = text;
  while (rest) {
    const match = depth < MAX_DEPTH ? MARK.exec(rest) : null;
    if (!match) break;
    const [all, code, label, url, bold, star, low] = match;
    inlines.push(...readPlain(rest.slice(0, match.index)));
    inlines.push(
      ...readMark({ all, code, label, url, bold, italic: star ?? low }, depth),
    );
    rest = rest.slice(match.index + all.length);
  }
  return [...inlines, ...readPlain(rest)];
}

interface Mark {
  readonly all: string;
  readonly code: string | undefined;
  readonly label: string | undefined;
  readonly url: string | undefined;
  readonly bold: string | undefined;
  readonly italic: string | undefined;
}

function readMark(mark: Mark, depth: number): readonly Inline[] {
  const { all, bold, code, italic, label, url = '' } = mark;
  if (code !== undefined) return [{ type: 'code', text: code }];
  if (label !== undefined) {
    const safe = safeUrl(url);
    return safe
      ? [{ type: 'link', url: safe, inside: [{ type: 'text', text: label }] }]
      : [{ type: 'text', text: all }];
  }
  if (bold !== undefined)
    return [{ type: 'bold', inside: readInline(bold, depth + 1) }];
  return [{ type: 'italic', inside: readInline(italic ?? '', depth + 1) }];
}

const readPlain = (text: string): readonly Inline[] =>
  findLinks(text).map((piece) =>
    piece.type === 'text'
      ? piece
      : { ...piece, inside: [{ type: 'text', text: piece.text }] },
  );
