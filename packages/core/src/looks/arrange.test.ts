import type {
  CreativeNode,
  PlainCreative,
  PublishedCreative,
  PublishedEngagement,
} from '@beckon/schema/types';
import { expect, test } from 'vitest';
import { offer, publish } from '../testing/test-tag.ts';
import { arrange } from './arrange.ts';

const CARD = {
  title: 'Anything unclear?',
  text: 'We can help.',
  action: 'Ask a person',
};

type Offered = readonly [PublishedEngagement, PublishedCreative];

function engagementOf(more: object, creative: object = CARD): Offered {
  const { creatives, engagements } = publish([
    offer('a', { creative: { online: creative }, ...more }),
  ]);
  const [engagement] = engagements;
  const [published] = creatives;
  if (!engagement || !published) throw new Error('no engagement');
  return [engagement, published];
}

/** As the core does it. */
function lookOf([engagement, creative]: Offered) {
  return (
    ('look' in creative ? creative.look : undefined) ??
    arrange(engagement, creative)
  );
}

/** All elements of a tree, in order. */
function elements(
  nodes: readonly CreativeNode[],
): [string, Record<string, string>][] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    const [name, attributes, ...children] = node;
    return [[name, attributes], ...elements(children)];
  });
}

const FORMATS = [
  { format: 'sticky', zone: 'left' },
  { format: 'slide-out', zone: 'right' },
  { format: 'toaster', zone: 'proactive' },
  { format: 'overlay', zone: 'proactive' },
  { format: 'peeling-corner', zone: 'proactive' },
  { format: 'embedded', zone: 'slot' },
] as const;

test.each(FORMATS)('[OF1] $format has a hot spot to click', (where) => {
  const { tree } = lookOf(engagementOf(where));
  const spots = elements(tree).filter(
    ([, { 'data-beckon': spot }]) => spot === 'click',
  );
  expect(spots).toHaveLength(1);
  expect(spots[0]?.[1]['href']).toBe('https://shop.example/help');
});

test.each(FORMATS)('[OF2] $format of a conversation is a button', (where) => {
  const asked = { ...where, kind: 'conversation', url: undefined };
  const { tree } = lookOf(engagementOf(asked));
  const [spot] = elements(tree).filter(
    ([, { 'data-beckon': each }]) => each === 'click',
  );
  expect(spot?.[0]).toBe('button');
});

test.each(['slide-out', 'toaster', 'overlay', 'peeling-corner'] as const)(
  '[OF6] %s can be closed, by a button that says so',
  (format) => {
    const zone = format === 'slide-out' ? 'left' : 'proactive';
    const { tree } = lookOf(engagementOf({ format, zone }));
    const close = elements(tree).find(
      ([name, { 'data-beckon': spot }]) =>
        spot === 'close' && name === 'button',
    );
    expect(close?.[1]['aria-label']).toBe('Close');
  },
);

test.each(FORMATS)(
  '[OF6] $format takes no room of the page and keeps its styles out',
  (where) => {
    const { css } = lookOf(engagementOf(where));
    expect(css).toContain(':host{all:initial!important');
    expect(css).toContain('z-index:2147483000!important');
  },
);

test.each(FORMATS)(
  '[OF6] $format moves only where motion is welcome',
  (where) => {
    const { css } = lookOf(engagementOf(where));
    const still = css.replace(
      /@media\(prefers-reduced-motion:no-preference\)\{.*?\}\}\}?/gs,
      '',
    );
    expect(still).not.toMatch(/animation:/);
  },
);

test('[OF6] place, offset and layer are the author’s', () => {
  const placement = { offsetX: 12, offsetY: -8, zIndex: 40, align: 'start' };
  const { css } = lookOf(engagementOf({ placement }));
  expect(css).toContain('z-index:40!important');
  expect(css).toContain('--ox:12px');
  expect(css).toContain('--along:calc(15% + -8px)');
});

test('[OF3] an author’s tree is drawn as it is, and its sheet comes last', () => {
  const creative = {
    html: '<p class="x">Hi <b data-beckon="click">you</b></p>',
    css: '.x{color:red}',
  };
  const { css, tree } = lookOf(
    engagementOf({ format: 'toaster', zone: 'proactive' }, creative),
  );
  expect(JSON.stringify(tree)).toContain('["p",{"class":"x"},"Hi ",["b"');
  expect(css.endsWith('.x{color:red}')).toBe(true);
});

test('[TG5] with colours of the author’s own there is no dark scheme of ours', () => {
  const own = { ...CARD, colors: { accent: '#123456' } };
  const where = { format: 'toaster', zone: 'proactive' };
  expect(lookOf(engagementOf(where, own)).css).not.toContain(
    'color-scheme:dark',
  );
  expect(lookOf(engagementOf(where, own)).css).toContain('--accent:#123456');
  expect(lookOf(engagementOf(where)).css).toContain('color-scheme:dark');
});

test('[OF1] a peeling corner is larger where more stands in it', () => {
  const sizeOf = (more: object) => {
    const where = { format: 'peeling-corner', zone: 'proactive' };
    const { css } = lookOf(engagementOf(where, { ...CARD, ...more }));
    return Number(css.match(/--size:(\d+)px/)?.[1]);
  };
  const few = sizeOf({});
  expect(few).toBeGreaterThan(150);
  expect(sizeOf({ text: CARD.text.repeat(5) })).toBeGreaterThan(few);
  expect(sizeOf({ title: CARD.title.repeat(5) })).toBeGreaterThan(few);
});

test('[OF1] a dimmed overlay is closed by a click beside it', () => {
  const { tree } = lookOf(
    engagementOf({
      format: 'overlay',
      zone: 'proactive',
      placement: { dimmed: true },
    }),
  );
  const dim = elements(tree).find(([, each]) => each['class'] === 'dim');
  expect(dim?.[1]['data-beckon']).toBe('close');
});

test('[TG4] what is plain is drawn as it was published', () => {
  const plain = engagementOf({}, { title: 'Help' });
  expect(plain[1]).toHaveProperty('look');
  expect(lookOf(plain)).toBe((plain[1] as PlainCreative).look);
});

test('[TG6] a sticky one has a cross where the author gave words for closing', () => {
  const closes = (creative: object) =>
    elements(lookOf(engagementOf({}, creative)).tree).filter(
      ([, { 'data-beckon': spot }]) => spot === 'close',
    );
  expect(closes({ title: 'x', close: 'Hide' })[0]?.[1]['aria-label']).toBe(
    'Hide',
  );
  expect(closes({ title: 'x' })).toEqual([]);
});
