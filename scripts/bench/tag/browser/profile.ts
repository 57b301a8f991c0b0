/** How the page is loaded. */
export interface Profile {
  readonly name: string;
  /** Undefined: as fast as loopback is. */
  readonly network?: {
    readonly latencyMs: number;
    readonly bytesPerSecond: number;
  };
}

export const LOOPBACK: Profile = { name: 'loopback' };

export const SLOW: Profile = {
  name: '150 ms latency, 1.6 Mbit/s',
  network: { latencyMs: 150, bytesPerSecond: 1_600_000 / 8 },
};
