import {
  folders,
  geoHeaders,
  oneOf,
  text,
  wholeNumber,
  type SettingKind,
} from './setting-kinds.ts';

export interface SettingRow<Value> {
  readonly name: string;
  /** Read where nothing is given; null leaves the setting out. */
  readonly byDefault: string | null;
  /** For `--help` and the README. */
  readonly is: string;
  readonly kind: SettingKind<Value>;
}

const row = <Value, const Default extends string | null>(
  name: string,
  byDefault: Default,
  is: string,
  kind: SettingKind<Value>,
) => ({ name, byDefault, is, kind });

export const LOG_LEVELS = [
  'fatal',
  'error',
  'warn',
  'info',
  'debug',
  'trace',
  'silent',
] as const;

/** Every setting: the one table that is read, printed and documented. */
export const SETTING_TABLE = {
  port: row(
    'PORT',
    '4700',
    'where it listens; 0 takes a free port',
    wholeNumber(0, 65_535),
  ),
  host: row('HOST', '127.0.0.1', 'the address that it listens on', text),
  dist: row(
    'BECKON_DIST',
    './dist',
    'folder of the built files: beckon.js, assets, manifest.json',
    text,
  ),
  sites: row(
    'BECKON_SITES',
    './sites',
    'folder of authored site configs: site.json, *.site.json, */site.json',
    text,
  ),
  data: row(
    'BECKON_DATA',
    './.beckon',
    'folder that it writes to: event logs, kept releases',
    text,
  ),
  availability: row(
    'BECKON_AVAILABILITY',
    null,
    'availability of skills as JSON: {"acme":{"sales":"online"}}',
    text,
  ),
  availabilityFile: row(
    'BECKON_AVAILABILITY_FILE',
    null,
    'the same in a file, read again when it changes',
    text,
  ),
  trustedHops: row(
    'BECKON_TRUSTED_HOPS',
    '0',
    'proxies in front whose X-Forwarded-For is believed',
    wholeNumber(0, 16),
  ),
  geoHeaders: row(
    'BECKON_GEO_HEADERS',
    null,
    'headers in which a trusted proxy tells where visitors are: country=…,region=…,city=…',
    geoHeaders,
  ),
  eventsPerVisitor: row(
    'BECKON_EVENTS_PER_VISITOR',
    '60',
    'event requests of one visitor in a minute',
    wholeNumber(1, 1_000_000),
  ),
  eventsPerAddress: row(
    'BECKON_EVENTS_PER_ADDRESS',
    '3000',
    'event requests from one address in a minute (an office has one)',
    wholeNumber(1, 10_000_000),
  ),
  eventsLogMb: row(
    'BECKON_EVENTS_LOG_MB',
    '1024',
    'how much the event logs may take; the oldest go first',
    wholeNumber(1, 10_000_000),
  ),
  examples: row(
    'BECKON_EXAMPLES',
    './examples',
    'folders of pages served under /examples/ with --demo; the first that has a file gives it',
    folders,
  ),
  logLevel: row('LOG_LEVEL', 'info', LOG_LEVELS.join(', '), oneOf(LOG_LEVELS)),
} as const;

export type SettingKey = keyof typeof SETTING_TABLE;
