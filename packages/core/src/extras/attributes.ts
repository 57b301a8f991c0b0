import { decodeAttribute } from '@beckon/rules/decode-attribute';
import type { EngagementAttribute } from '@beckon/schema/types';
import type { RunHooks, Tag } from '../tag.ts';

/** Takes in what the page reports, one after the other (EA2). */
export function createReport(tag: Tag, runHooks: RunHooks) {
  const take = (attribute: EngagementAttribute, bridged: boolean) => {
    tag.tell({ type: 'attribute', attribute });
    tag.happened('attribute', { attribute, ...(bridged && { bridged }) });
  };
  return (reported: unknown, bridged = false): void => {
    for (const input of [reported].flat() as unknown[]) {
      const { attribute, problems } = decodeAttribute(input);
      for (const { code, path, arrived, expected } of problems)
        tag.happened('problem', {
          code,
          path,
          arrived: copy(arrived),
          ...(expected && { expected }),
        });
      if (attribute)
        runHooks('before-attributes', attribute, (changed) =>
          // What is no attribute any more is ignored (API).
          take(decodeAttribute(changed).attribute ?? attribute, bridged),
        );
    }
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
