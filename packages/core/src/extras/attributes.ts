import { decodeAttribute } from '@beckon/rules/decode-attribute';
import type { EngagementAttribute } from '@beckon/schema/types';
import { nothing } from '../nothing.ts';
import type { RunHooks, Tag } from '../tag.ts';
import { LIMIT_MS } from './hooks.ts';

/**
 * Takes in what the page reports, one after the other (EA2).
 *
 * @returns The command; a promise while hooks are asked, for nothing is decided
 * meanwhile (TG3). It settles after 1 s at the latest: where a page reports all
 * the time, offers must not wait for all of it.
 */
export function createReport(tag: Tag, runHooks: RunHooks) {
  let asked = 0;
  let hold: Promise<void> | undefined;
  let release = nothing;

  const begin = () =>
    new Promise<void>((resolve) => {
      const stop = tag.ports.later(() => release(), LIMIT_MS);
      release = () => {
        stop();
        hold = undefined;
        release = nothing;
        resolve();
      };
    });
  const answered = () => {
    if (!--asked) release();
  };
  const take = (attribute: EngagementAttribute, bridged: boolean) => {
    tag.tell({ type: 'attribute', attribute });
    tag.happened('attribute', { attribute, ...(bridged && { bridged }) });
  };
  return (reported: unknown, bridged = false): Promise<void> | undefined => {
    for (const input of [reported].flat() as unknown[]) {
      const { attribute, problems } = decodeAttribute(input);
      for (const { code, path, arrived, expected } of problems)
        tag.happened('problem', {
          code,
          path,
          arrived: copy(arrived),
          ...(expected && { expected }),
        });
      if (!attribute) continue;
      asked++;
      runHooks(
        'before-attributes',
        attribute,
        (changed) => {
          // What is no attribute any more is ignored (API).
          take(decodeAttribute(changed).attribute ?? attribute, bridged);
          answered();
        },
        answered,
      );
    }
    if (asked) hold = hold ?? begin();
    return hold;
  };
}

/** The page's own objects are not ours to freeze. */
function copy(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null') as unknown;
  } catch {
    // A circle, or a getter that throws: its kind must do.
    return typeof value;
  }
}
