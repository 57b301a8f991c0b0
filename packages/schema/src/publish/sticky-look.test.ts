import { describe, expect, it } from 'vitest';
import { publishConfig } from '../publish-config.ts';

/** The one creative of a config whose one engagement is sticky. */
function creativeOf(creative: object, more: object = {}) {
  const engagement = {
    id: 'a',
    kind: 'content',
    format: 'sticky',
    zone: 'left',
    url: 'https://shop.example/help',
    creative: { online: creative },
    ...more,
  };
  const result = publishConfig(
    {
      version: 1,
      site: 'acme',
      origins: ['https://shop.example'],
      campaigns: [{ id: 'c', engagements: [engagement] }],
    },
    { now: 0 },
  );
  if (result.status === 'refused')
    throw new Error(JSON.stringify(result.problems));
  return result.config.creatives[0] ?? { tree: [] };
}

const lookOf = (...of: Parameters<typeof creativeOf>) => {
  const creative = creativeOf(...of);
  return 'tree' in creative ? undefined : creative.look;
};

describe('the look of a plain sticky offer', () => {
  it('[CF27] content is a link to its page, beside the words it is made of', () => {
    expect(creativeOf({ title: 'Help' })).toMatchObject({
      title: 'Help',
      look: {
        tree: [
          [
            'a',
            { 'data-beckon': 'click', href: 'https://shop.example/help' },
            'Help',
          ],
        ],
      },
    });
  });

  it('[CF27] a conversation is a button, and leads nowhere', () => {
    const chat = { kind: 'conversation', url: undefined };
    expect(lookOf({ action: 'Chat' }, chat)?.tree).toEqual([
      ['button', { 'data-beckon': 'click' }, 'Chat'],
    ]);
  });

  it('[OF1] it stands at its edge, turned on the left, in its colours', () => {
    const colors = { accent: '#004400', accentText: '#ffffff' };
    const left = lookOf({ title: 'x', colors })?.css ?? '';
    expect(left).toContain('--accent:#004400;--accentText:#ffffff;');
    expect(left).toContain('left:env(safe-area-inset-left,0);rotate:180deg;');
    const right = lookOf({ title: 'x' }, { zone: 'right' })?.css ?? '';
    expect(right).toContain('right:env(safe-area-inset-right,0);');
    expect(right).not.toContain('rotate');
  });

  it.each<[string, object, object]>([
    [
      'a picture',
      { title: 'x', image: { url: 'https://x.example/i.png', alt: '' } },
      {},
    ],
    ['words for no', { title: 'x', close: 'Hide' }, {}],
    ['a tree', { html: '<button data-beckon="click">x</button>' }, {}],
    ['no title', { text: 'x' }, {}],
    ['a place of its own', { title: 'x' }, { placement: { align: 'start' } }],
    ['a new tab to open', { title: 'x' }, { target: 'new' }],
    ['another format', { title: 'x' }, { format: 'slide-out' }],
  ])('[TG4] with %s it takes the chunk', (_, creative, more) => {
    expect(lookOf(creative, more)).toBeUndefined();
  });
});
