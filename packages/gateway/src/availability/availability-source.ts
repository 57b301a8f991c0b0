import type { Availability } from '@beckon/schema/types';
import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import { errorCode } from '../error-code.ts';
import type { Settings } from '../settings/read-settings.ts';
import { EXIT, StartFailure } from '../start-failure.ts';
import {
  lookUpAvailability,
  NOBODY,
  parseAvailability,
  type AvailabilityTable,
} from './availability-table.ts';

export interface AvailabilitySource {
  /** Undefined for what nobody names. */
  ask(site: string, skill: string): Availability | undefined;
  /** Whether there is a table at all. */
  readonly isGiven: boolean;
  /** Reads the file again; one that cannot be used changes nothing. */
  reload(): Promise<void>;
}

type Given = Pick<Settings, 'availability' | 'availabilityFile'>;

/**
 * Who is there to answer, where a file or a setting says it: for tests and
 * trials, or a desk that is run elsewhere.
 *
 * @throws StartFailure when what is given cannot be used.
 */
export async function createAvailabilitySource(
  { availability, availabilityFile }: Given,
  log: Logger,
): Promise<AvailabilitySource> {
  let table = readSetting(availability);
  if (availabilityFile !== undefined) {
    const read = await readTable(availabilityFile);
    if (typeof read === 'string')
      throw new StartFailure(
        `Failed to read availability: ${availabilityFile} ${read}`,
      );
    table = read;
  }
  return {
    isGiven: (availability ?? availabilityFile) !== undefined,
    ask: (site, skill) => lookUpAvailability(table, site, skill),
    async reload() {
      if (availabilityFile === undefined) return;
      const read = await readTable(availabilityFile);
      if (typeof read !== 'string') {
        table = read;
        log.info({ path: availabilityFile }, 'availability read');
        return;
      }
      log.error(
        { path: availabilityFile, problem: read },
        'availability refused; the last good one stays',
      );
    },
  };
}

function readSetting(text: string | undefined): AvailabilityTable {
  if (text === undefined) return NOBODY;
  const read = parseAvailability(text);
  if (read.status === 'read') return read.table;
  throw new StartFailure(
    `Failed to read setting BECKON_AVAILABILITY: it ${read.problem}`,
    EXIT.unusable,
  );
}

/** @returns The table, or what is wrong with the file. */
async function readTable(path: string): Promise<AvailabilityTable | string> {
  try {
    const read = parseAvailability(await readFile(path, 'utf8'));
    return read.status === 'read' ? read.table : read.problem;
  } catch (error) {
    return `cannot be read (${errorCode(error)}). Make it, or check BECKON_AVAILABILITY_FILE.`;
  }
}
