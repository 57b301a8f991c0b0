import type { Peer } from './create-peer.ts';

/** Every open connection of this process. */
export interface Connections {
  /** GW4: whether one more may come from an address. */
  hasRoom(address: string): boolean;
  /** @returns Its end. */
  add(side: 'consumer' | 'agent', address: string, peer: Peer): () => void;
  count(side: 'consumer' | 'agent'): number;
  /** GW7: says goodbye to all, and resolves when all are closed. */
  dismissAll(): Promise<void>;
  /** Resolves when the last one is closed on both sides. */
  whenEmpty(): Promise<void>;
}

/** @param perAddress GW4: an office has one address. */
export function createConnections(perAddress: number): Connections {
  const byAddress = new Map<string, number>();
  let tellEmpty = (): void => {};
  const peers = { consumer: new Set<Peer>(), agent: new Set<Peer>() };
  return {
    hasRoom: (address) => (byAddress.get(address) ?? 0) < perAddress,
    add(side, address, peer) {
      byAddress.set(address, (byAddress.get(address) ?? 0) + 1);
      peers[side].add(peer);
      return () => {
        if (!peers[side].delete(peer)) return;
        const left = (byAddress.get(address) ?? 1) - 1;
        if (left > 0) byAddress.set(address, left);
        else byAddress.delete(address);
        if (byAddress.size === 0) tellEmpty();
      };
    },
    whenEmpty: () =>
      new Promise((resolve) => {
        tellEmpty = resolve;
        if (byAddress.size === 0) resolve();
      }),
    count: (side) => peers[side].size,
    async dismissAll() {
      const all = [...peers.consumer, ...peers.agent];
      await Promise.all(all.map((peer) => peer.dismiss()));
    },
  };
}
