import { SETTING_TABLE } from './setting-table.ts';

/** What `beckon-gateway --help` prints. */
export function usage(): string {
  const rows = Object.values(SETTING_TABLE);
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, byDefault, is }) => {
    const note = byDefault === null ? '' : ` [${byDefault}]`;
    return `  ${name.padEnd(width)}  ${is}${note}`;
  });
  return `Usage: beckon-gateway [--demo]

Serves the tag's files, the site configs and availability, and takes the
visitors' events.

  --demo     publishes the examples, lets pages of this machine in, and
             listens on loopback only
  --help     prints this
  --version  prints the version

Settings, from the environment [default]:
${lines.join('\n')}
`;
}
