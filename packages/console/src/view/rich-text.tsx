import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { findLinks } from '../text/find-links.ts';
import type { Block, Inline } from '../text/inline.ts';
import { parseMarkdown } from '../text/parse-markdown.ts';

/** What an agent wrote, as the visitor sees it. */
export function RichText({ text }: { readonly text: string }) {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return <div class="rich">{blocks.map(drawBlock)}</div>;
}

/** What a visitor wrote: text and links, nothing else. */
export function PlainText({ text }: { readonly text: string }) {
  const parts = useMemo(() => findLinks(text), [text]);
  return (
    <div class="rich">
      <p dir="auto">{parts.map(drawInline)}</p>
    </div>
  );
}

function drawBlock(block: Block) {
  switch (block.kind) {
    case 'lines':
      return (
        <p dir="auto">
          {block.lines.map((line, index) => (
            <>
              {index > 0 && '\n'}
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
      const items = block.items.map((item) => (
        <li dir="auto">{item.map(drawInline)}</li>
      ));
      return block.ordered ? (
        <ol dir="auto" start={block.start}>
          {items}
        </ol>
      ) : (
        <ul dir="auto">{items}</ul>
      );
    }
  }
}

function drawInline(inline: Inline): ComponentChildren {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return <code>{inline.text}</code>;
    case 'bold':
      return <strong>{inline.inside.map(drawInline)}</strong>;
    case 'italic':
      return <em>{inline.inside.map(drawInline)}</em>;
    case 'link':
      return (
        <OutLink url={inline.url}>{inline.inside.map(drawInline)}</OutLink>
      );
  }
}

interface OutLinkProps {
  /** Safe to follow (safeUrl). */
  readonly url: string;
  readonly children: ComponentChildren;
  readonly class?: string;
}

/** A link that leaves the console, and tells nobody where from. */
export function OutLink({ url, children, class: name }: OutLinkProps) {
  return (
    <a
      class={name}
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
    >
      {children}
    </a>
  );
}
