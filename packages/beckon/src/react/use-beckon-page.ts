import type { PageFields } from '../beckon-tag.ts';
import { describeFields } from './describe-fields.ts';
import { useBeckon } from './use-beckon.ts';
import { useLastingEffect } from './use-lasting-effect.ts';

/** A fragment that is no route begins no page view (PG2). */
const ANCHOR = /#(?![/!]).*$/;

/**
 * Says what the page is: once for each URL, and again when the fields change.
 * For the component of a page; it completes the page view that the tag began
 * by itself (PG3).
 */
export function useBeckonPage(fields: PageFields): void {
  const beckon = useBeckon();
  useLastingEffect(
    () => beckon.page(fields),
    () => [beckon, location.href.replace(ANCHOR, ''), describeFields(fields)],
  );
}
