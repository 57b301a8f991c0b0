import { expect, test } from 'vitest';
import { openDesk } from '../testing/open-desk.ts';
import { conversation, preview, welcome } from '../testing/people.ts';

const CART = { type: 'cart', total: 42 } as const;
const BEFORE = preview({ attributes: [{ type: 'cart', total: 1 }] });

test('[CS25] what the site reports meanwhile takes the place of what it had', async () => {
  const desk = await openDesk([
    welcome({
      conversations: [
        conversation('a', { preview: BEFORE }),
        conversation('b', { preview: BEFORE }),
      ],
    }),
    { type: 'attributes', conversationId: 'a', attributes: [CART] },
    { type: 'attributes', conversationId: 'gone', attributes: [] },
  ]);
  const shown = ['a', 'b'].map(
    (id) => desk.talk(id).conversation.preview.attributes,
  );
  expect(shown).toEqual([[CART], BEFORE.attributes]);
  expect(desk.talk('a').conversation.preview.page).toEqual(BEFORE.page);
});

test('[CS25] what is no list changes nothing', async () => {
  const desk = await openDesk([
    welcome({ conversations: [conversation('a', { preview: BEFORE })] }),
    JSON.parse('{"type":"attributes","conversationId":"a","attributes":{}}'),
  ]);
  expect(desk.talk('a').conversation.preview).toEqual(BEFORE);
});
