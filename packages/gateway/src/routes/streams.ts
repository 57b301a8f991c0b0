import { z } from 'zod';
import { CACHING } from '../http/answer-variants.ts';
import { addRoute } from '../http/add-route.ts';
import type { GatewayApp, GatewayContext } from '../http/gateway-env.ts';
import { problem, type ProblemCode } from '../http/problem.ts';
import { oneOrigin } from '../http/public-headers.ts';
import { readBytes, readJsonBody } from '../http/read-body.ts';
import type { Talk } from '../open-talk.ts';
import type { Settings } from '../settings/read-settings.ts';
import type { SiteStore } from '../sites/site-store.ts';
import {
  admitAgent,
  admitConsumer,
  type Admission,
  type Knock,
} from '../sockets/admit.ts';
import { openStream, type OpenStream } from '../sockets/open-stream.ts';
import { answerPreflight } from './events.ts';

const MAX_HELLO_BYTES = 65_536;
const MAX_FRAMES_BYTES = 262_144;
const MAX_FRAMES = 100;

const framesSchema = z.object({
  stream: z.string().min(1).max(128),
  frames: z.array(z.unknown()).min(1).max(MAX_FRAMES),
});

export interface StreamRoutesOptions {
  readonly talk: Talk;
  readonly sites: SiteStore;
  readonly settings: Settings;
}

/**
 * The same frames where WebSockets are blocked: to the client a streamed answer
 * with a frame a line, from it POSTs that name the stream. Only who opened a
 * stream knows its id, which is told in its first line.
 */
export function addStreams(
  app: GatewayApp,
  { talk, sites, settings }: StreamRoutesOptions,
): void {
  const door = { ...talk, sites, settings };
  const streams = new Map<string, OpenStream>();
  const admitToSite = (c: GatewayContext): Admission =>
    admitConsumer(door, knockOf(c), c.req.param('site') ?? '');
  const admitToDesk = (c: GatewayContext): Promise<Admission> =>
    admitAgent(door, knockOf(c));
  const shared = {
    headers: { Vary: 'Origin' },
    options: (c: GatewayContext): Response =>
      answerPreflight(
        admitToSite(c).status === 'admitted'
          ? { status: 'allowed', origin: c.req.header('Origin') ?? '' }
          : { status: 'missing' },
      ),
  };
  addRoute(app, {
    ...shared,
    path: '/v1/sites/:site/stream',
    post: openFor(talk, streams, admitToSite),
  });
  addRoute(app, {
    ...shared,
    path: '/v1/sites/:site/frames',
    post: takeFor(streams, admitToSite),
  });
  addRoute(app, {
    path: '/v1/agents/stream',
    post: openFor(talk, streams, admitToDesk),
  });
  addRoute(app, {
    path: '/v1/agents/frames',
    post: takeFor(streams, admitToDesk),
  });
}

type Admit = (c: GatewayContext) => Admission | Promise<Admission>;

/** Opens a stream; its body is the first frame, the hello. */
const openFor =
  (talk: Talk, streams: Map<string, OpenStream>, admit: Admit) =>
  async (c: GatewayContext): Promise<Response> => {
    const admission = await admit(c);
    if (admission.status === 'refused') return refuse(c, admission.code);
    const hello = await readBytes(c.req.raw, MAX_HELLO_BYTES);
    if (hello === undefined) return refuse(c, 'body-too-large', true);
    // Others may have come while the hello was on its way.
    if (!talk.connections.hasRoom(admission.address))
      return refuse(c, 'rate-limited', true);
    const stream = openStream(talk, admission, (id) => streams.delete(id));
    streams.set(stream.id, stream);
    void stream.peer.receive(new TextDecoder().decode(hello));
    return new Response(stream.body, {
      headers: {
        ...corsOf(c),
        'Content-Type': 'application/x-ndjson; charset=utf-8',
        'Cache-Control': `${CACHING.never}, no-transform`,
        // nginx holds answers back until they are whole, unless it is told.
        'X-Accel-Buffering': 'no',
      },
    });
  };

/** Takes frames of a stream; answers when they are dealt with. */
const takeFor =
  (streams: ReadonlyMap<string, OpenStream>, admit: Admit) =>
  async (c: GatewayContext): Promise<Response> => {
    const admission = await admit(c);
    // It is no connection more.
    const isFull =
      admission.status === 'refused' && admission.code === 'rate-limited';
    if (admission.status === 'refused' && !isFull)
      return refuse(c, admission.code);
    const body = await readJsonBody(c.req.raw, MAX_FRAMES_BYTES);
    if (body.status === 'refused') return refuse(c, body.code, true);
    const { data } = framesSchema.safeParse(body.value);
    if (data === undefined) return refuse(c, 'body-invalid', true);
    const stream = streams.get(data.stream);
    if (stream === undefined) return refuse(c, 'not-found', true);
    for (const frame of data.frames) await stream.peer.receive(toText(frame));
    return new Response(null, { status: 204, headers: corsOf(c) });
  };

/** What is nested too deeply to be written again is no frame. */
function toText(frame: unknown): string {
  try {
    return JSON.stringify(frame);
  } catch {
    // RangeError: the stack is too small for it.
    return '';
  }
}

export const knockOf = (c: GatewayContext): Knock => ({
  // Without a port there is no environment at all.
  peer: (c.env as GatewayContext['env'] | undefined)?.incoming?.socket
    .remoteAddress,
  header: (name) => c.req.header(name),
});

/** Only whoever was let in reads the answer. */
const corsOf = (c: GatewayContext): Readonly<Record<string, string>> => {
  const origin = c.req.header('Origin');
  return origin === undefined ? {} : oneOrigin(origin);
};

const refuse = (
  c: GatewayContext,
  code: ProblemCode,
  isLetIn = false,
): Response =>
  problem(code, { requestId: c.get('requestId') }, isLetIn ? corsOf(c) : {});
