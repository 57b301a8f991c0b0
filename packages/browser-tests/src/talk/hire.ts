import { randomUUID } from 'node:crypto';
import { ADMIN_TOKEN } from '../harness/gateway.ts';

/** Somebody who can log in at a gateway's console. */
export interface Hired {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

interface HireWish {
  readonly name?: string;
  readonly skills?: readonly string[];
  readonly maxConversations?: number;
}

/** Makes an agent of a test's own, with every skill and much room. */
export async function hire(
  gateway: string,
  { name = 'Robin', skills = ['*'], maxConversations = 100 }: HireWish = {},
): Promise<Hired> {
  const email = `${randomUUID()}@tests.example`;
  const password = randomUUID();
  await administer(`${gateway}/v1/agents`, {
    email,
    password,
    name,
    skills,
    maxConversations,
  });
  return { email, password, name };
}

/** Sets how a site's conversations are handled (GH16). */
export function setUpSite(
  gateway: string,
  site: string,
  settings: object,
): Promise<void> {
  return administer(`${gateway}/v1/sites/${site}/settings`, settings);
}

async function administer(url: string, body: object): Promise<void> {
  const answer = await fetch(url, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${ADMIN_TOKEN}`,
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok)
    throw new Error(`The gateway refused: ${await answer.text()}`);
}
