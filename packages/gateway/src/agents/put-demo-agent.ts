import type { Talk } from '../open-talk.ts';
import { randomId } from '../tokens/random-id.ts';
import { hashPassword } from './passwords.ts';

/** Who answers in a demo; only this machine reaches it. */
export const DEMO_LOGIN = {
  email: 'agent@demo.example',
  password: 'beckon-demo',
} as const;

/** Adds the agent of the demo, with every skill. */
export async function putDemoAgent({ desk }: Talk): Promise<void> {
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
