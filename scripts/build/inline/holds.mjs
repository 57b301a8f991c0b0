import { types as t } from '@babel/core';

/**
 * @typedef {import('@babel/core').types.Node} Node
 */

/**
 * Not in the functions that it holds.
 *
 * @param {Node | null | undefined} node
 * @param {(each: Node) => boolean} isWanted
 * @returns {boolean}
 */
export function holds(node, isWanted) {
  if (!node) return false;
  if (isWanted(node)) return true;
  if (t.isFunction(node)) return false;
  return (t.VISITOR_KEYS[node.type] ?? []).some((key) => {
    const child = /** @type {any} */ (node)[key];
    return [child].flat().some((each) => holds(each, isWanted));
  });
}

/** @param {Node | null | undefined} node */
export const hasCalledArrow = (node) =>
  holds(
    node,
    (each) =>
      t.isCallExpression(each) && t.isArrowFunctionExpression(each.callee),
  );
