import {
  mkdir,
  open,
  readdir,
  rm,
  stat,
  type FileHandle,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { errorCode } from '../error-code.ts';

export interface EventLog {
  /**
   * Writes lines at the end.
   *
   * @returns Whether the system took them; `full` at once where so much waits
   *   to be written that more cannot be promised.
   */
  append(lines: string): Promise<'written' | 'failed' | 'full'>;
  /** Whether the last writing succeeded. */
  isWell(): boolean;
  /** Ends when everything that was appended is written. */
  stop(): Promise<void>;
}

export interface EventLogOptions {
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Of all files together; the oldest are removed when a new one begins. */
  readonly totalBytes: number;
}

interface Waiting {
  readonly lines: string;
  readonly tell: (outcome: 'written' | 'failed') => void;
}

const MAX_WAITING_CHARS = 8 * 1024 * 1024;
/** A file is at most this part of the whole. */
const FILES = 16;

/**
 * A log of JSON lines in files of their own: `<moment>-<process>-<n>.jsonl`, in
 * the order of their names. Each process writes its own, a new one when one is
 * large or a day begins, and nothing is renamed. What comes while the disk is
 * at work is written together.
 */
export async function createEventLog(
  options: EventLogOptions,
): Promise<EventLog> {
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const files = createFiles(options);
  let waiting: Waiting[] = [];
  let waitingChars = 0;
  let isWell = true;
  let writing: Promise<void> | undefined;

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      waitingChars = 0;
      isWell = await tryWriting(batch.map(({ lines }) => lines).join(''));
      for (const { tell } of batch) tell(isWell ? 'written' : 'failed');
    }
    writing = undefined;
  };
  const tryWriting = async (lines: string): Promise<boolean> => {
    try {
      await files.write(lines);
      return true;
    } catch (error) {
      const code = errorCode(error);
      options.log.error({ folder: options.folder, code }, 'events not written');
      return false;
    }
  };

  return {
    append(lines) {
      if (waitingChars + lines.length > MAX_WAITING_CHARS)
        return Promise.resolve('full');
      waitingChars += lines.length;
      return new Promise((tell) => {
        waiting.push({ lines, tell });
        writing ??= writeAll();
      });
    },
    isWell: () => isWell,
    async stop() {
      await writing;
      await files.close();
    },
  };
}

interface Files {
  write(lines: string): Promise<void>;
  close(): Promise<void>;
}

function createFiles({ folder, clock, totalBytes }: EventLogOptions): Files {
  const fileBytes = totalBytes / FILES;
  let file: FileHandle | undefined;
  let day = '';
  let sizeBytes = 0;
  let count = 0;

  const begin = async (now: string): Promise<FileHandle> => {
    await file?.close();
    file = undefined;
    await removeOldest(folder, totalBytes - fileBytes);
    count += 1;
    const number = String(count).padStart(4, '0');
    const name = `${now.replaceAll(':', '-')}-${process.pid}-${number}.jsonl`;
    // What is in it is about visitors: nobody else on the machine reads it.
    file = await open(join(folder, name), 'a', 0o600);
    day = now.slice(0, 10);
    sizeBytes = 0;
    return file;
  };

  return {
    async write(lines) {
      const now = new Date(clock.now()).toISOString();
      const isSame = now.startsWith(day) && sizeBytes < fileBytes;
      const current = file && isSame ? file : await begin(now);
      try {
        await current.appendFile(lines);
      } catch (error) {
        // The next line must not be glued to half a one: it gets a new file.
        sizeBytes = Infinity;
        throw error;
      }
      sizeBytes += Buffer.byteLength(lines);
    },
    async close() {
      await file?.close();
      file = undefined;
    },
  };
}

async function removeOldest(folder: string, keptBytes: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) =>
    name.endsWith('.jsonl'),
  );
  let sizeBytes = 0;
  for (const name of names.sort().reverse()) {
    sizeBytes += (await stat(join(folder, name))).size;
    if (sizeBytes > keptBytes) await rm(join(folder, name), { force: true });
  }
}
