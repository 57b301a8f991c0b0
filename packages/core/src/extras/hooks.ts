import type { Hook, HookName } from '../api.ts';
import type { PlainCreative } from '@beckon/schema/types';
import type { RunHooks, Tag } from '../tag.ts';

const NAMES = /^(before-(attributes|offer|open|message)|after-message)$/;

/** What a hook may take. */
export const LIMIT_MS = 1000;

export interface Hooks {
  readonly run: RunHooks;
  /** The command. */
  hook(name: HookName, change: Hook): void;
}

/** What the page may change or stop (API). */
export function createHooks(tag: Tag): Hooks {
  const { later, reportError } = tag.ports;
  const hooks: Partial<Record<HookName, Hook[]>> = {};
  /** One after the other, so that async hooks keep the order of things. */
  let last: Promise<unknown> = Promise.resolve();

  const ask = async (change: Hook, value: unknown): Promise<unknown> => {
    let stop = () => {};
    try {
      const answer = await Promise.race([
        change(value),
        new Promise((resolve) => {
          stop = later(() => resolve(undefined), LIMIT_MS);
        }),
      ]);
      return answer === false || Object(answer) === answer ? answer : value;
    } catch (error) {
      reportError(error);
      return value;
    } finally {
      stop();
    }
  };
  const askAll = async (name: HookName, value: unknown) => {
    let changed = value;
    for (const change of hooks[name] ?? [])
      if (changed !== false) changed = await ask(change, changed);
    return changed;
  };
  const run: RunHooks = (name, value, next, stopped) => {
    if (!hooks[name]) return next(value);
    last = last
      .then(() => askAll(name, value))
      .then((changed) => (changed === false ? stopped?.() : next(changed)));
  };

  tag.runHooks = run;
  return {
    run,
    hook(name, change) {
      if (typeof change !== 'function' || !NAMES.test(name))
        throw new TypeError(name);
      if (name === 'before-offer' && !hooks[name]) wrapLook(tag, run);
      hooks[name] = [...(hooks[name] ?? []), change];
    },
  };
}

/** An offer's looks are asked for here first; one that is stopped has none. */
function wrapLook(tag: Tag, run: RunHooks): void {
  const { look } = tag;
  tag.look = (offer) =>
    new Promise((resolve, reject) => {
      const { id, zone } = offer.engagement;
      // What was arranged of it is no longer true when the page changes it.
      const { look: _, ...creative } = { ...(offer.creative as PlainCreative) };
      run(
        'before-offer',
        { engagement: id, zone, creative },
        (changed) => {
          const { creative: own } = changed as { creative?: typeof creative };
          const isOwn = own !== creative && isCreative(own);
          resolve(look(isOwn ? { ...offer, creative: own } : offer));
        },
        reject,
      );
    });
}

/** Something that can be drawn; anything else is ignored (API). */
function isCreative(value: unknown): value is PlainCreative {
  const areTexts = (of: object) =>
    Object.values(of).every((each) => typeof each === 'string');
  if (Object(value) !== value) return false;
  const { colors = {}, image, ...words } = value as PlainCreative;
  return (
    areTexts(words) &&
    Object(colors) === colors &&
    areTexts(colors) &&
    (image === undefined || typeof Object(image).url === 'string')
  );
}
