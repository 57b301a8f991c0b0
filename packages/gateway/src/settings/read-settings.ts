import { didYouMean } from '@beckon/schema/nearest';
import { isIP } from 'node:net';
import { EXIT, StartFailure } from '../start-failure.ts';
import { isLoopbackHost } from '../http/loopback.ts';
import {
  SETTING_TABLE,
  type SettingKey,
  type SettingRow,
} from './setting-table.ts';

type Table = typeof SETTING_TABLE;
type ValueOf<Key extends SettingKey> =
  Table[Key] extends SettingRow<infer Value>
    ? Table[Key]['byDefault'] extends null
      ? Value | undefined
      : Value
    : never;

/** What the gateway runs with: checked, and read once. */
export type Settings = { readonly [Key in SettingKey]: ValueOf<Key> } & {
  /** Publishes the examples, lets pages on this machine in. */
  readonly demo: boolean;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from the environment; an empty variable counts as none.
 *
 * @throws StartFailure with a line for each setting that cannot be used.
 */
export function readSettings(
  env: Environment,
  { demo }: { readonly demo: boolean },
): Settings {
  const problems: string[] = [];
  const keys = Object.keys(SETTING_TABLE) as SettingKey[];
  const values = keys.map((key) => [key, readOne(key, env, problems)] as const);
  // The table gives each key its kind, and `readOne` reads by the table.
  const read = { ...Object.fromEntries(values), demo } as Settings;
  if (problems.length === 0) problems.push(...conflictsIn(read));
  if (problems.length > 0)
    throw new StartFailure(problems.join('\n'), EXIT.unusable);
  return demo ? forDemo(read, env) : read;
}

function readOne(
  key: SettingKey,
  env: Environment,
  problems: string[],
): unknown {
  const { name, byDefault, kind } = SETTING_TABLE[key];
  const given = env[name]?.trim() || byDefault;
  if (given === null) return undefined;
  const result = kind.schema.safeParse(given);
  if (!result.success)
    problems.push(
      failed(
        name,
        kind.isSecret ? 'something else' : JSON.stringify(given),
        kind.advice,
      ),
    );
  return result.data;
}

const failed = (name: string, arrived: string, advice: string): string =>
  `Failed to read setting ${name}: ${arrived} arrived. ${advice}`;

/** What each setting allows and the others do not. */
function conflictsIn(settings: Settings): readonly string[] {
  const { availability, availabilityFile, demo, host } = settings;
  const found: string[] = [];
  if (isIP(host) === 0 && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host))
    found.push(
      failed('HOST', JSON.stringify(host), 'Give an address or a host name.'),
    );
  if (demo && !isLoopbackHost(host))
    found.push(
      failed(
        'HOST',
        JSON.stringify(host),
        'With --demo it is a loopback address such as 127.0.0.1, because a demo lets in whoever reaches it.',
      ),
    );
  if (availability !== undefined && availabilityFile !== undefined)
    found.push(
      failed(
        'BECKON_AVAILABILITY',
        'BECKON_AVAILABILITY_FILE besides it',
        'Give one of the two.',
      ),
    );
  if (settings.geoHeaders !== undefined && settings.trustedHops === 0)
    found.push(
      failed(
        'BECKON_GEO_HEADERS',
        'BECKON_TRUSTED_HOPS of 0 besides it',
        'Say how many proxies stand in front; else visitors could write these headers themselves.',
      ),
    );
  return found;
}

/** What was not given is the examples'. */
function forDemo(settings: Settings, env: Environment): Settings {
  const { examples, sites } = settings;
  const isGiven = env['BECKON_SITES']?.trim();
  return { ...settings, sites: isGiven ? sites : (examples[0] ?? sites) };
}

/** Tells of variables that look like settings and are none. */
export function findUnknownSettings(env: Environment): readonly string[] {
  const known = Object.values(SETTING_TABLE).map(({ name }) => name);
  return Object.keys(env)
    .filter((name) => name.startsWith('BECKON_'))
    .filter((name) => !known.some((other) => other === name))
    .map(
      (name) =>
        `Failed to use setting ${name}: there is none of this name.${didYouMean(name, known)} Run "beckon-gateway --help" for what there is.`,
    );
}
