import type { Socket } from 'node:net';

/** How slow a network is, in one direction. */
export interface Pace {
  readonly delayMs: number;
  readonly bytesPerSecond: number;
}

/** Carries what comes out of one socket into another. */
export interface Pump {
  hold(isHeld: boolean): void;
  pace(pace: Pace | undefined): void;
}

interface Parcel {
  readonly chunk: Buffer | undefined;
  /** By performance.now(). */
  readonly dueAt: number;
}

/** In order, whatever the pace; an end goes the same way as bytes. */
export function createPump(from: Socket, to: Socket): Pump {
  const parcels: Parcel[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isHeld = false;
  let given: Pace | undefined;
  let lastDueAt = 0;

  const take = (chunk: Buffer | undefined): void => {
    const now = performance.now();
    const { delayMs = 0, bytesPerSecond = Infinity } = given ?? {};
    const tookMs = ((chunk?.length ?? 0) * 1000) / bytesPerSecond;
    lastDueAt = Math.max(now + delayMs, lastDueAt) + tookMs;
    parcels.push({ chunk, dueAt: lastDueAt });
    flush();
  };
  const flush = (): void => {
    clearTimeout(timer);
    for (let first = parcels[0]; first && !isHeld; first = parcels[0]) {
      const waitMs = first.dueAt - performance.now();
      if (waitMs > 0) {
        timer = setTimeout(flush, waitMs);
        return;
      }
      parcels.shift();
      if (first.chunk) to.write(first.chunk);
      else to.end();
    }
  };
  from.on('data', take);
  from.on('end', () => take(undefined));
  from.on('close', () => clearTimeout(timer));
  return {
    hold(next) {
      isHeld = next;
      flush();
    },
    pace(next) {
      given = next;
    },
  };
}
