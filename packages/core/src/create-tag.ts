import { noModules } from '@beckon/rules';
import { CONFIG_VERSION } from '@beckon/schema/constants';
import type {
  PlainCreative,
  PublishedConfig,
  VisitEvent,
} from '@beckon/schema/types';
import type { Offer } from './offers.ts';
import type { Beckon, PageFields } from './api.ts';
import { createBus } from './bus.ts';
import { createCommands } from './commands.ts';
import { createLoad } from './create-load.ts';
import { guard } from './guard.ts';
import { hasWindow } from './has-window.ts';
import { nothing } from './nothing.ts';
import type { Ports } from './ports.ts';
import type { Settings } from './settings.ts';
import type { MakePart, ModulesPart, OffersPart, Tag } from './tag.ts';
import { followVisit } from './visit.ts';

const RETRY_MS = 5000;
/** Engagements that take a slow phone 10 ms to read, about. */
const MANY = 200;

/**
 * A tag at work on a page: it asks for the site config, follows the visit and
 * draws offers. Commands wait until it is ready, then run in order (API1).
 *
 * @param ports Everything that it touches of the world.
 * @returns The callable of the page.
 * @throws Never, and nothing that it calls back does (HP1).
 */
export function createTag(ports: Ports, settings: Settings): Beckon {
  const bus = createBus(ports);
  const parts: Record<string, Promise<unknown>> = {};
  const load = createLoad(ports, parts);
  let runCommand: ReturnType<typeof createCommands>;
  /** Commands that wait their turn; none is taken after the end. */
  let waiting: [name: string, given: unknown[]][] | undefined = [];
  /** The tag is not ready, or a command waits for its chunk. */
  let isBusy = true;
  let begun: Tag | undefined;

  const leave = guard(() => begun?.leave());
  const destroy = () => {
    waiting = undefined;
    isBusy = true;
    leave();
    bus.tell = nothing; // HP2: of what is on its way still.
    ports.stop();
  };
  const drain = async () => {
    isBusy = true;
    for (let next; (next = waiting?.shift());)
      try {
        const done = runCommand(...next);
        if (done) await done;
      } catch {
        bus.tell('problem', { code: 'bad-arguments', path: next[0] });
      }
    isBusy = !waiting;
    begun?.plan();
  };
  const run = guard((name: string, ...given: unknown[]) => {
    if (name === 'destroy') destroy();
    waiting?.push([name, given]);
    if (!isBusy) void drain();
    if (waiting) loadEarly(load, name, given[0]);
  });

  const pause = (ms: number) =>
    new Promise<void>((resolve) => void ports.later(resolve, ms));
  const getConfig = () => ports.getJson('config') as Promise<PublishedConfig>;
  const askConfig = () =>
    getConfig().catch(async () => {
      await pause(RETRY_MS); // LD4: once more, and no storm.
      return getConfig();
    });
  const boot = async () => {
    // WM5: what shows it again comes together with the config.
    const isTalking = hasWindow(ports);
    if (isTalking) load('window').catch(nothing);
    const config = await askConfig();
    if (!waiting || !config.enabled) return destroy();
    if (config.version !== CONFIG_VERSION)
      return bus.tell('problem', { code: 'newer-version' });
    await ports.untilPainted(); // HP5: the page's own first frame comes first.
    // CO4: to read so many, to follow the page and to decide are a task each.
    const rest = () => config.engagements[MANY] && pause(0);
    await rest();
    const asked = [settings.consent, config.tag['consent']];
    const isGranted = !asked.includes('ask');
    const part = <Part>(name: string, integrity?: string) =>
      (parts[name] =
        parts[name] ??
        load(name, integrity).then((make) =>
          (make as MakePart<Part>)(tag),
        )) as Promise<Part>;
    // CO4: a task of its own, after what was decided is drawn; not where timers
    // take a second, for other tabs may have news (SE2). LD4: who decides asks again.
    const askKeep = () =>
      void Promise.resolve(ports.isVisible() && pause(0))
        .then(() => part('keep'))
        .catch(nothing);
    // `followVisit` adds the rest.
    const tag: Tag = {
      attend: nothing,
      bus,
      config,
      consent: { storage: isGranted, tracking: isGranted },
      decided: askKeep,
      forced: {},
      leave: nothing,
      log: [],
      look: async ({ engagement, creative }: Offer) =>
        (creative as PlainCreative).look ??
        (await part<OffersPart>('offers')).arrange(engagement, creative),
      name: ports.newId(),
      part,
      ports,
      run,
      settings,
      share: (event: VisitEvent) => tag.log.push(event),
    } satisfies Partial<Tag> as Partial<Tag> as Tag;
    const modules = config.needs[0]
      ? await part<ModulesPart>('modules')
      : noModules;
    const mustWait = () => isBusy || tag.reporting;
    Object.assign(tag, followVisit(tag, modules, mustWait));
    runCommand = createCommands(tag);
    begun = tag;
    await tag.enter();
    await rest();
    void drain();
    tag.happened('ready', { site: config.site });
    askKeep();
    if (isTalking && isGranted) part('window').catch(nothing);
  };

  const start = () => void boot().catch(destroy);
  if (ports.isPrerendering) ports.on('prerenderingchange', start);
  else start();
  return run;
}

/** What a command waits for is not to wait for the config (CO3). An unknown one
 * whose name holds one of these is told of by `extras`, too. */
function loadEarly(load: Ports['loadChunk'], name: string, fields: unknown) {
  const isExtra =
    /attributes|hook|identify|once|ready/.test(name) ||
    (fields as PageFields | undefined)?.attributes;
  const chunk = name === 'consent' ? 'keep' : isExtra && 'extras';
  if (chunk) load(chunk).catch(nothing);
}
