import {
  databaseUrl,
  folders,
  geoHeaders,
  oneOf,
  origins,
  secret,
  secrets,
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
    'folder that it writes to: the embedded database, event logs, kept releases',
    text,
  ),
  databaseUrl: row(
    'DATABASE_URL',
    null,
    'PostgreSQL instead of the embedded one: postgresql://user:password@host/name',
    databaseUrl,
  ),
  secrets: row(
    'BECKON_SECRET',
    null,
    'signs tokens; several, comma-separated, to rotate; made and kept in the data folder when the database is embedded, required otherwise',
    secrets,
  ),
  adminToken: row(
    'BECKON_ADMIN_TOKEN',
    null,
    'lets its holder administer; made and kept likewise',
    secret,
  ),
  consoleOrigins: row(
    'BECKON_CONSOLE_ORIGINS',
    null,
    'origins of the pages of agents, and of the window in a tab; without it the host that is asked',
    origins,
  ),
  agentGraceSeconds: row(
    'BECKON_AGENT_GRACE_SECONDS',
    '60',
    'how long an agent that lost its connection keeps its conversations',
    wholeNumber(0, 86_400),
  ),
  messagesPerConsumer: row(
    'BECKON_MESSAGES_PER_CONSUMER',
    '120',
    'messages of one visitor in a minute',
    wholeNumber(1, 1_000_000),
  ),
  startsPerAddress: row(
    'BECKON_STARTS_PER_ADDRESS',
    '600',
    'conversations begun from one address in a minute (an office has one)',
    wholeNumber(1, 1_000_000),
  ),
  framesPerAddress: row(
    'BECKON_FRAMES_PER_ADDRESS',
    '12000',
    'frames from one address in a minute',
    wholeNumber(1, 100_000_000),
  ),
  connectionsPerAddress: row(
    'BECKON_CONNECTIONS_PER_ADDRESS',
    '500',
    'sockets open from one address',
    wholeNumber(1, 1_000_000),
  ),
  loginsPerAddress: row(
    'BECKON_LOGINS_PER_ADDRESS',
    '30',
    'logins of agents tried from one address in a minute',
    wholeNumber(1, 1_000_000),
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
