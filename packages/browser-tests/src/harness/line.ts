import { connect, createServer, type Server, type Socket } from 'node:net';
import { createPump, type Pace, type Pump } from './pump.ts';

/** A network between browsers and a server, which can go wrong. */
export interface Line {
  /** Under which the server is reached by it. */
  readonly origin: string;
  /** Every connection ends, and no new one comes about, until `mend`. */
  cut(): void;
  /** Every connection stays, and nothing gets through, until `mend`. */
  stall(): void;
  /** What was held up arrives, in order. */
  mend(): void;
  /** From now on, new connections too; nothing: as fast as it can. */
  pace(pace?: Pace): void;
  /** Connections that begin with what fits are cut, as some proxies do. */
  refuse(beginning: RegExp): void;
  /** All that came down to browsers, as text. */
  heard(): string;
  stop(): Promise<void>;
}

/** Opens a line to a server on this machine, by TCP. */
export async function openLine(upstream: string): Promise<Line> {
  const { hostname, port } = new URL(upstream);
  const ends = new Set<Socket>();
  const pumps = new Set<Pump>();
  const heard: Buffer[] = [];
  let isCut = false;
  let isStalled = false;
  let given: Pace | undefined;
  let refused: RegExp | undefined;

  const server = createServer((near) => {
    if (isCut) {
      near.resetAndDestroy();
      return;
    }
    near.once('data', (chunk) => {
      if (refused?.test(String(chunk))) near.resetAndDestroy();
    });
    const far = connect(Number(port), hostname);
    const pair = [pumpOf(near, far), pumpOf(far, near)];
    far.on('data', (chunk) => heard.push(chunk));
    for (const end of [near, far]) {
      ends.add(end);
      end.setNoDelay(true);
      // A reset is what this is about.
      end.on('error', () => {});
      end.on('close', () => {
        ends.delete(end);
        for (const pump of pair) pumps.delete(pump);
        near.destroy();
        far.destroy();
      });
    }
  });
  const pumpOf = (from: Socket, to: Socket): Pump => {
    const pump = createPump(from, to);
    pump.pace(given);
    pump.hold(isStalled);
    pumps.add(pump);
    return pump;
  };
  const hold = (isHeld: boolean): void => {
    isStalled = isHeld;
    for (const pump of pumps) pump.hold(isHeld);
  };
  return {
    origin: `http://127.0.0.1:${await listenAnywhere(server)}`,
    cut() {
      isCut = true;
      for (const end of ends) end.resetAndDestroy();
    },
    stall: () => hold(true),
    mend() {
      isCut = false;
      hold(false);
    },
    pace(pace) {
      given = pace;
      for (const pump of pumps) pump.pace(pace);
    },
    refuse(beginning) {
      refused = beginning;
    },
    heard: () => Buffer.concat(heard).toString(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const end of ends) end.destroy();
      }),
  };
}

async function listenAnywhere(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The line has no port.');
  return address.port;
}
