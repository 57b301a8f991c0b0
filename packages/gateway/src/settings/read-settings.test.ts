import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { StartFailure } from '../start-failure.ts';
import {
  findUnknownSettings,
  readSettings,
  type Environment,
} from './read-settings.ts';
import { SETTING_TABLE } from './setting-table.ts';
import { usage } from './usage.ts';

const read = (env: Environment, demo = false) => readSettings(env, { demo });

function failureOf(env: Environment, demo = false): string {
  try {
    read(env, demo);
  } catch (error) {
    if (error instanceof StartFailure) return error.message;
  }
  return 'none';
}

describe('settings', () => {
  it('[GH1] what is not given, or empty, has its default', () => {
    expect(read({ PORT: '', HOST: ' ' })).toMatchObject({
      port: 4700,
      host: '127.0.0.1',
      dist: './dist',
      trustedHops: 0,
      logLevel: 'info',
      availability: undefined,
      examples: ['./examples'],
      demo: false,
    });
  });

  it('[GH1] what is given is read', () => {
    const env = {
      PORT: '0',
      BECKON_TRUSTED_HOPS: '2',
      BECKON_GEO_HEADERS: 'country=CF-IPCountry, city=x-city',
      BECKON_EXAMPLES: 'a, b',
    };
    expect(read(env)).toMatchObject({
      port: 0,
      trustedHops: 2,
      geoHeaders: { country: 'CF-IPCountry', city: 'x-city' },
      examples: ['a', 'b'],
    });
  });

  it('[GH1] every wrong one is told: its name, what arrived, what to do', () => {
    const env = { PORT: '80800', LOG_LEVEL: 'loud', BECKON_TRUSTED_HOPS: '-1' };
    expect(failureOf(env).split('\n')).toEqual([
      'Failed to read setting PORT: "80800" arrived. Give a whole number from 0 to 65535.',
      'Failed to read setting BECKON_TRUSTED_HOPS: "-1" arrived. Give a whole number from 0 to 16.',
      'Failed to read setting LOG_LEVEL: "loud" arrived. Give one of fatal, error, warn, info, debug, trace, silent.',
    ]);
  });

  it.each([
    [{ PORT: '4700.5' }, 'PORT'],
    [{ PORT: '0x10' }, 'PORT'],
    [{ HOST: 'not a host' }, 'HOST'],
    [
      { BECKON_GEO_HEADERS: 'planet=x-planet', BECKON_TRUSTED_HOPS: '1' },
      'BECKON_GEO_HEADERS',
    ],
    [
      { BECKON_GEO_HEADERS: 'country=a b', BECKON_TRUSTED_HOPS: '1' },
      'BECKON_GEO_HEADERS',
    ],
    // Without a proxy in front, visitors would write them themselves.
    [{ BECKON_GEO_HEADERS: 'country=cf-ipcountry' }, 'BECKON_GEO_HEADERS'],
    [
      { BECKON_AVAILABILITY: '{}', BECKON_AVAILABILITY_FILE: 'a.json' },
      'BECKON_AVAILABILITY',
    ],
    [{ BECKON_EXAMPLES: 'a,,b' }, 'BECKON_EXAMPLES'],
  ])('[GH1] %j is refused', (env, name) => {
    expect(failureOf(env)).toContain(`Failed to read setting ${name}: `);
  });

  it('[GH8] a demo listens on loopback only', () => {
    for (const HOST of ['127.0.0.1', '127.9.9.9', '::1', 'localhost'])
      expect(read({ HOST }, true).host).toBe(HOST);
    for (const HOST of [
      '0.0.0.0',
      '::',
      '192.168.0.4',
      'shop.example',
      'localhost.example',
    ])
      expect(failureOf({ HOST }, true)).toContain(
        'Failed to read setting HOST',
      );
  });

  it('[GH8] a demo publishes the examples', () => {
    const BECKON_EXAMPLES = 'pages,more';
    expect(read({ BECKON_EXAMPLES }, true).sites).toBe('pages');
    const given = { BECKON_EXAMPLES, BECKON_SITES: 'mine' };
    expect(read(given, true).sites).toBe('mine');
    expect(read({ BECKON_EXAMPLES }).sites).toBe('./sites');
  });

  it('[GH1] what is secret is not repeated in messages', () => {
    const env = {
      BECKON_SECRET: 'xyzzy-1',
      BECKON_ADMIN_TOKEN: 'xyzzy-2',
      DATABASE_URL: 'mysql://me:xyzzy@host/db',
    };
    const said = failureOf(env);
    expect(said.split('\n')).toHaveLength(3);
    expect(said).not.toMatch(/xyzzy/);
  });

  it('[GH1] a name that is none is told of, with the nearest one', () => {
    expect(
      findUnknownSettings({ BECKON_SITE: 'x', BECKON_DIST: 'y', PATH: 'z' }),
    ).toEqual([
      'Failed to use setting BECKON_SITE: there is none of this name. Did you mean "BECKON_SITES"? Run "beckon-gateway --help" for what there is.',
    ]);
  });

  it('[GH1] --help and README.md list every setting with its default', async () => {
    const readme = await readFile(
      new URL('../../README.md', import.meta.url),
      'utf8',
    );
    const rows = readme
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    for (const { name, byDefault, is } of Object.values(SETTING_TABLE)) {
      expect(usage()).toContain(`  ${name} `);
      expect(usage()).toContain(is);
      const row = rows.find(([cell]) => cell === `\`${name}\``);
      expect([name, row?.[1]]).toEqual([
        name,
        byDefault === null ? 'none' : `\`${byDefault}\``,
      ]);
    }
  });
});
