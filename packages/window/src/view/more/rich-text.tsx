import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { findLinks } from './find-links.ts';
import { readMarkdown, type Block, type Inline } from './read-markdown.ts';

interface LinkProps {
  readonly url: string;
  readonly children: ComponentChildren;
}

function Link({ url, children }: LinkProps) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** What a visitor wrote: text and links. */
export function PlainText({ text }: { readonly text: string }) {
  const pieces = useMemo(() => findLinks(text), [text]);
  return (
    <p dir="auto">
      {pieces.map((piece) =>
        piece.type === 'link' ? (
          <Link url={piece.url}>{piece.text}</Link>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}

/** What an agent wrote: a subset of Markdown (WF1). */
export function RichText({ text }: { readonly text: string }) {
  const blocks = useMemo(() => readMarkdown(text), [text]);
  return <>{blocks.map(drawBlock)}</>;
}

function drawBlock(block: Block) {
  switch (block.type) {
    case 'lines':
      return (
        <p dir="auto">
          {block.lines.map((line, i) => (
            <>
              {i > 0 && '\n'}
              {line.map(drawInline)}
            </>
          ))}
        </p>
      );
    case 'code':
      return (
        <pre dir="ltr" tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const entries = block.entries.map((entry) => (
        <li>{entry.map(drawInline)}</li>
      ));
      return block.isOrdered ? (
        <ol dir="auto" start={block.from}>
          {entries}
        </ol>
      ) : (
        <ul dir="auto">{entries}</ul>
      );
    }
    default:
      return block satisfies never;
  }
}

function drawInline(inline: Inline): ComponentChildren {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'code':
      return <code>{inline.text}</code>;
    case 'bold':
      return <strong>{inline.inside.map(drawInline)}</strong>;
    case 'italic':
      return <em>{inline.inside.map(drawInline)}</em>;
    case 'link':
      return <Link url={inline.url}>{inline.inside.map(drawInline)}</Link>;
    default:
      return inline satisfies never;
  }
}
