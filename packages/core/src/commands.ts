import type { PageFields } from './api.ts';
import { nothing } from './nothing.ts';
import { prepareOffers } from './prepare-offers.ts';
import type { Tag } from './tag.ts';

// Each takes its own arguments, of which the page may give any.
// oxlint-disable-next-line typescript/no-explicit-any -- see above
export type Command = (...given: any[]) => void | Promise<unknown>;

type Part = Readonly<Record<string, Command | undefined>>;

/**
 * What the page's commands do (API).
 *
 * @returns By name; a promise where the next command must wait.
 */
export function createCommands(tag: Tag) {
  const { bus, ports, tell } = tag;
  /** What they do, or the chunk that they are in. All others are in `extras`,
   * and the next command waits for those and for consent; for attributes only
   * another page does, and every decision. */
  const commands = {
    // What all objects have is no command.
    __proto__: null,
    open: 'window',
    minimize: 'window',
    close: 'window',
    inspect: 'inspector',
    consent: 'keep',
    page({ url, title, sections, attributes, keep }: PageFields = {}) {
      const now = ports.page();
      tell({
        type: 'page',
        by: 'command',
        ...now,
        ...(url && { url: ports.resolve(url) }),
        ...(title && { title: `${title}` }),
        ...(sections && { sections: sections.map(String) }),
        ...(keep && { keep: keep.map(String) }),
      });
      // Before any command that came after (API1).
      if (attributes) void run('attributes', [attributes]);
    },
    on: bus.on,
    off: bus.off,
  } as unknown as Readonly<Record<string, Command | string | undefined>>;
  const run = (
    name: string,
    given: readonly unknown[],
  ): Promise<unknown> | void => {
    const command = commands[name];
    if (typeof command === 'function') {
      const fields = given[0] as PageFields | undefined;
      // API1: what was reported belongs to the page before. One that completes
      // a page view (PG3) waits for nothing.
      return name === 'page' && tag.reporting && fields?.url
        ? tag.reporting.then(() => command(...given))
        : command(...given);
    }
    const done = tag
      .part<Part>(command ?? 'extras')
      .then(
        (part) => (part[name] ? part[name](...given) : part['unknown']?.(name)),
        // LD4: without its chunk a command does nothing.
        nothing,
      )
      .catch(() => bus.tell('problem', { code: 'bad-arguments', path: name }));
    if (name === 'attributes') {
      const reported = done.then(() => {
        if (tag.reporting !== reported) return;
        tag.reporting = undefined;
        tag.plan();
      });
      // What came already is read within this task, or asks hooks, which it
      // brought. On hold is all that is decided: what the offers of the page
      // may need comes beside the decoder, and not after it (CO3).
      if (!tag.reporting)
        ports.later(() => {
          const { state, visit } = tag.engine;
          const tab = state.tabs[tag.name];
          if (tab && tag.reporting && !tag.runHooks)
            prepareOffers(tag, visit.located.get(tab)?.engagements ?? []);
        }, 0);
      tag.reporting = reported;
      return undefined;
    }
    return command && command !== 'keep' ? undefined : done;
  };
  return run;
}
