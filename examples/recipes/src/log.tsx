import { useBeckonEvent } from 'beckon/react';
import { useState, type ReactNode } from 'react';

const LINES = 8;

/** What the tag told the page, the newest first. */
export function Log(): ReactNode {
  const [lines, setLines] = useState<readonly string[]>([]);
  const add = (line: string) =>
    setLines((before) => [line, ...before].slice(0, LINES));
  useBeckonEvent('page', ({ sections, url }) =>
    add(`page ${new URL(url).pathname} (${sections.join(', ')})`),
  );
  useBeckonEvent('attribute', ({ attribute }) =>
    add(`attribute ${attribute.type}`),
  );
  useBeckonEvent('offer', ({ engagement, phase }) =>
    add(`offer ${engagement}: ${phase}`),
  );
  useBeckonEvent('problem', ({ code }) => add(`problem ${code}`));
  return (
    <section className="panel" aria-label="What the tag told">
      <p className="kicker">What the tag told this page</p>
      <pre>{lines.join('\n') || 'Nothing yet.'}</pre>
    </section>
  );
}
