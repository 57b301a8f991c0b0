import type { Ledger } from './ledger.ts';
import type { FrameIn } from './open-client.ts';

/**
 * Reads what comes to one socket of the gateway. What is lost, comes twice or
 * out of order (DL1) fails the bench: a number that was won by it says nothing.
 *
 * @param side Whose socket it is.
 */
export function hearFrames(
  side: 'consumer' | 'agent',
  ledger: Ledger,
): (frame: FrameIn) => void {
  const lastSeq = new Map<string, number>();
  return (frame) => {
    if (frame.type === 'ack') ledger.acknowledged(frame.clientId);
    if (frame.type === 'problem')
      ledger.fail(new Error(`The gateway refused a frame: ${frame.code}.`));
    if (frame.type !== 'event') return;
    const { conversationId, seq, from, body } = frame;
    const last = lastSeq.get(conversationId);
    if (last !== undefined && seq !== last + 1)
      ledger.fail(new Error(`Event ${seq} came after ${last}.`));
    lastSeq.set(conversationId, seq);
    // One's own messages come too; they have not crossed over.
    if (body.kind === 'message' && from.role !== side)
      ledger.arrived(body.clientId);
  };
}
