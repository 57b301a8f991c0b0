import { describe, expect, it } from 'vitest';
import { publish } from '../../fixtures/publish.ts';
import { warningsOf } from '../../fixtures/warnings-of.ts';

const online = { online: { title: 'Hi' } };

/** One toaster, with what a test is about. */
const one = (engagement: object = {}, campaign: object = {}) => ({
  campaigns: [
    {
      id: 'c',
      ...campaign,
      engagements: [
        {
          id: 'e',
          kind: 'conversation',
          format: 'toaster',
          creative: online,
          ...engagement,
        },
      ],
    },
  ],
});

const E = 'campaigns[0].engagements[0]';

describe('looks', () => {
  const grey = { text: '#777', background: '#fff' };

  it('[WF10] contrast below 4.5:1 is reported, of windows and creatives', () => {
    const windows = {
      default: {
        colors: grey,
        darkColors: { agentText: '#000', agentBubble: '#111' },
      },
    };
    expect(warningsOf({ windows })).toEqual([
      'low-contrast windows.default.colors.text',
      'low-contrast windows.default.darkColors.agentText',
    ]);
    expect(
      warningsOf(one({ creative: { online: { title: 'x', colors: grey } } })),
    ).toEqual([`low-contrast ${E}.creative.online.colors.text`]);
  });

  it('[WF10] enough contrast, or one colour alone, is no matter', () => {
    const windows = {
      default: {
        colors: { text: '#767676', background: '#fff', accent: '#eee' },
      },
    };
    expect(warningsOf({ windows })).toEqual([]);
  });

  it('[WF10] contrast is looked at in css too', () => {
    const html = '<b data-beckon="click">x</b>';
    const css = (text: string) =>
      one({ creative: { online: { html, css: text } } });
    expect(warningsOf(css('b{color:#777;background:#fff}'))).toEqual([
      `low-contrast ${E}.creative.online.css`,
    ]);
    expect(warningsOf(css('b{color:#777}i{background:#fff}'))).toEqual([]);
  });

  it('[CF14] html on which nothing can be clicked is warned of', () => {
    const html = '<b data-beckon="close">x</b>';
    expect(warningsOf(one({ creative: { online: { html } } }))).toEqual([
      `no-hot-spot ${E}.creative.online.html`,
    ]);
  });

  it('[CF16] a creative of content that is never drawn is warned of', () => {
    const content = { kind: 'content', url: 'https://shop.example/' };
    const creative = { ...online, busy: { title: 'x' } };
    expect(warningsOf(one({ ...content, creative }))).toEqual([
      `unused ${E}.creative.busy`,
    ]);
  });

  it('[CF16] a warning says what failed, why and what to do', () => {
    const config = {
      version: 1,
      site: 'acme',
      ...one({}, { controlGroup: 1 }),
    };
    expect(publish(config).warnings[0]).toEqual({
      code: 'never-shows',
      path: 'campaigns[0].controlGroup',
      message:
        'Failed to find a way for campaign "c" to show: all visitors are in its control group. Make it smaller.',
      severity: 'warning',
    });
  });
});
