import type {
  Preview,
  StartFrame,
  ToConsumerFrame,
} from '@beckon/schema/types';
import { maskStart } from '../masking/mask-start.ts';
import type { FrameProblem } from '../sockets/frame-problem.ts';
import type { Site } from '../sites/site-store.ts';
import { newestPages } from '../store/conversation-ops.ts';
import type { Conversation } from '../store/rows.ts';
import { randomId } from '../tokens/random-id.ts';
import { nameReason } from './describe.ts';
import type { Desk } from './desk.ts';

export interface Starter {
  readonly site: Site;
  readonly consumerId: string;
  readonly visitorId: string;
}

export type Started =
  | {
      readonly status: 'started';
      readonly frame: ToConsumerFrame & { readonly type: 'started' };
      readonly conversation: Conversation;
    }
  | { readonly status: 'refused'; readonly problem: FrameProblem };

/** Starts a conversation, once for each request; it waits for an agent. */
export async function startConversation(
  desk: Desk,
  { site, consumerId, visitorId }: Starter,
  start: StartFrame,
): Promise<Started> {
  const masked = await maskStart(start, site.masking.attributes, (texts) =>
    desk.masks.mask(site, texts),
  );
  if (masked === undefined)
    return { status: 'refused', problem: { code: 'not-masked' } };
  const { requestId, skill, engagementId } = masked;
  const started = await desk.store.startConversation({
    id: randomId(),
    site: site.id,
    consumerId,
    requestId,
    skill,
    engagementId,
    preview: previewOf(masked, visitorId, site),
    now: desk.clock.now(),
  });
  if (started === undefined)
    return { status: 'refused', problem: { code: 'at-capacity' } };
  const { conversation, isNew } = started;
  const { id: conversationId, state, lastSeq } = conversation;
  if (isNew) {
    desk.metrics.count('beckon_conversations_total', { outcome: 'started' });
    desk.fanout.publish('consumer', consumerId, {
      type: 'began',
      conversationId,
      lastSeq,
    });
  }
  // Its place is told as soon as routing has looked, as a `state`.
  const frame = {
    type: 'started',
    requestId,
    conversationId,
    state,
    place: null,
    expectedWaitSeconds: null,
  } as const;
  return { status: 'started', frame, conversation };
}

function previewOf(start: StartFrame, visitorId: string, site: Site): Preview {
  const { language, page, journey, attributes, device, visit, reason } = start;
  return {
    visitorId,
    language,
    page,
    journey: newestPages(journey),
    attributes,
    ...(device ? { device } : {}),
    ...(visit ? { visit } : {}),
    ...(reason ? { reason: nameReason(reason, site) } : {}),
    lastText: '',
  };
}
