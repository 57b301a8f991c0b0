import { findLinks } from '@beckon/schema/links';
import { readMarkdown, type Block, type Inline } from '@beckon/schema/markdown';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';

/** What an agent wrote, as the visitor sees it. */
export function RichText({ text }: { readonly text: string }) {
  const blocks = useMemo(() => readMarkdown(text), [text]);
  return <div class="rich">{blocks.map(drawBlock)}</div>;
}

/** What a visitor wrote: text and links, nothing else. */
export function PlainText({ text }: { readonly text: string }) {
  const parts = useMemo(() => findLinks(text), [text]);
  return (
    <div class="rich">
      <p dir="auto">
        {parts.map((part) =>
          part.type === 'link' ? (
            <OutLink url={part.url}>{part.text}</OutLink>
          ) : (
            part.text
          ),
        )}
      </p>
    </div>
  );
}

function drawBlock(block: Block) {
  switch (block.type) {
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
      // With a `dir` of their own, the list's would not look at them: its marks
      // would stand outside, on the other side.
      const items = block.entries.map((item) => (
        <li>{item.map(drawInline)}</li>
      ));
      return block.isOrdered ? (
        <ol dir="auto" start={block.from}>
          {items}
        </ol>
      ) : (
        <ul dir="auto">{items}</ul>
      );
    }
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
