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
       beckon-gateway add-agent --email <address> --name <name> [--skill <skill> …]
                                [--max <conversations>] [--role agent|manager|admin]
                                [--url <gateway>] < password

Serves the tag's files and the site configs, takes the visitors' events, and
carries the conversations of visitors and agents.

  --demo     publishes the examples, lets pages of this machine in, and
             listens on loopback only
  --help     prints this
  --version  prints the version

Settings, from the environment [default]:
${lines.join('\n')}
`;
}
