import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as readStream } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { Settings } from '../settings/read-settings.ts';
import { EXIT, StartFailure } from '../start-failure.ts';

const OPTIONS = {
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  skill: { type: 'string', multiple: true },
  max: { type: 'string' },
  url: { type: 'string' },
} as const;

/**
 * `beckon-gateway add-agent`: asks the gateway that runs to make an agent, or to
 * change it. The password comes by standard input, so that no list of processes
 * and no history of a shell shows it.
 *
 * @returns What to tell.
 * @throws StartFailure when it cannot be asked or refuses.
 */
export async function addAgentCommand(
  args: readonly string[],
  settings: Settings,
  input: NodeJS.ReadableStream,
): Promise<string> {
  const { email, name, role, skill, max, url } = readOptions(args);
  const password = (await readStream(input)).replace(/\r?\n$/, '');
  const base = url ?? `http://${settings.host}:${settings.port}`;
  const token = settings.adminToken ?? (await readKept(settings.data));
  const body = {
    email,
    name,
    ...(role === undefined ? {} : { role }),
    ...(skill === undefined ? {} : { skills: skill }),
    ...(max === undefined ? {} : { maxConversations: Number(max) }),
    ...(password === '' ? {} : { password }),
  };
  const answer = await ask(`${base}/v1/agents`, token, body);
  if (answer.ok) return `${email} can log in at ${base}/agent\n`;
  const said = (await answer.json()) as { code?: string; problems?: string[] };
  throw failed(
    `${said.code ?? answer.status} ${said.problems?.join(', ') ?? ''}`.trim(),
    'Check what you gave, and the admin token.',
  );
}

const failed = (arrived: string, advice: string): StartFailure =>
  new StartFailure(`Failed to add an agent: ${arrived}. ${advice}`);

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    const { email, name } = values;
    if (email && name) return { ...values, email, name };
  } catch {
    // The usage says what there is.
  }
  throw new StartFailure(
    'Failed to read the command line: it is not what adds an agent. Write beckon-gateway add-agent --email <address> --name <name> [--skill <skill> …] [--max <conversations>] [--role agent|manager|admin] [--url <gateway>] and give the password by standard input.',
    EXIT.unusable,
  );
}

async function readKept(data: string): Promise<string> {
  const path = join(data, 'admin-token');
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch {
    throw failed(
      `${path} cannot be read`,
      'Set BECKON_ADMIN_TOKEN, or BECKON_DATA to the data folder of the gateway.',
    );
  }
}

async function ask(
  url: string,
  token: string,
  body: object,
): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
      },
    });
  } catch {
    throw failed(
      `${url} does not answer`,
      'Start the gateway, or give its address with --url.',
    );
  }
}
