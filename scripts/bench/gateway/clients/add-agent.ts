import type { Gateway } from '../servers/start-gateway.ts';

/**
 * Makes an agent, and a program that acts as it: no password has to be hashed.
 *
 * @returns The program's token.
 */
export async function addAgent(
  gateway: Gateway,
  facts: {
    readonly email: string;
    readonly name: string;
    readonly skills: readonly string[];
    readonly maxConversations: number;
  },
): Promise<string> {
  const { agent } = (await ask(gateway, 'PUT', '/v1/agents', facts)) as {
    agent: { agentId: string };
  };
  const path = `/v1/agents/${agent.agentId}/programs`;
  const { token } = (await ask(gateway, 'POST', path, { label: 'bench' })) as {
    token: string;
  };
  return token;
}

async function ask(
  { url, adminToken }: Gateway,
  method: string,
  path: string,
  body: object,
): Promise<unknown> {
  const answer = await fetch(`${url}${path}`, {
    method,
    body: JSON.stringify(body),
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${adminToken}`,
    },
  });
  if (answer.ok) return answer.json();
  throw new Error(`Failed to ask ${path}: ${await answer.text()}`);
}
