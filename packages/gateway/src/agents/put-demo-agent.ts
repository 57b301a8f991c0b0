import type { Talk } from '../open-talk.ts';
import { randomId } from '../tokens/random-id.ts';
import { hashPassword } from './passwords.ts';

/** Who answers in a demo; only this machine reaches it. */
export const DEMO_LOGIN = {
  email: 'agent@demo.example',
  password: 'beckon-demo',
} as const;

/** What the agent says often. */
export const DEMO_CANNED = [
  {
    id: 'welcome',
    title: 'Welcome',
    text: 'Hello, this is Robin from Fernway. How can I help?',
  },
  {
    id: 'delivery',
    title: 'Delivery times',
    text: 'Delivery takes **2 to 4 days** in Britain and Ireland:\n- small parcels by post\n- heavy pans by courier, who calls before',
  },
  {
    id: 'returns',
    title: 'Returns',
    text: 'You can send everything back within 30 days, used or not.',
  },
  {
    id: 'goodbye',
    title: 'Goodbye',
    text: 'You’re welcome. Have a good day!',
  },
] as const;

/** Adds the agent of the demo, with every skill and canned answers. */
export async function putDemoAgent({ desk }: Talk): Promise<void> {
  for (const { id } of desk.sites.all().slice(0, 1)) {
    const settings = desk.settings.of(id);
    if (settings.canned.length === 0)
      await desk.settings.put(id, { ...settings, canned: [...DEMO_CANNED] });
  }
  const { email, password } = DEMO_LOGIN;
  await desk.store.putAgent({
    id: randomId(),
    email,
    name: 'Robin',
    role: 'admin',
    skills: ['*'],
    maxConversations: 8,
    password: await hashPassword(password),
    now: desk.clock.now(),
  });
}
