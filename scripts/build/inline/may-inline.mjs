import { types as t } from '@babel/core';
import { holds } from './holds.mjs';

/**
 * @typedef {import('@babel/core').NodePath} Path
 * @typedef {import('@babel/core').NodePath<import('@babel/core').types.CallExpression>} Call
 * @typedef {import('@babel/core').types.ArrowFunctionExpression} Arrow
 */

/**
 * Whether a function's body may stand before the statement that it is called in.
 *
 * @param {Call} call
 * @param {Arrow} arrow What it calls.
 * @param {Path} statement
 */
export function mayInline(call, arrow, statement) {
  return (
    !arrow.async &&
    statement.inList &&
    isEndedOnce(arrow) &&
    isFirst(call, statement) &&
    !isInLoop(statement) &&
    !isBlockFunction(arrow, statement)
  );
}

/** It returns nowhere but at its end.
 * @param {Arrow} arrow
 */
function isEndedOnce({ body }) {
  if (!t.isBlockStatement(body)) return true;
  const last = body.body.at(-1);
  return body.body.every(
    (each) =>
      (each === last && t.isReturnStatement(each)) ||
      !holds(each, (one) => t.isReturnStatement(one)),
  );
}

/**
 * By what a part stands in: whether that does nothing before it, or nothing that
 * may not as well be done after.
 *
 * @type {Readonly<Record<string, (path: Path, parent: Path) => boolean>>}
 */
const IS_FIRST = {
  AssignmentExpression: ({ key }, parent) =>
    key === 'right' &&
    parent.isAssignmentExpression({ operator: '=' }) &&
    isStillTarget(parent.get('left')),
  CallExpression: (path, parent) =>
    path.listKey === 'arguments' &&
    parent.isCallExpression() &&
    [parent.get('callee'), ...path.getAllPrevSiblings()].every(isStill),
  ExpressionStatement: () => true,
  ReturnStatement: () => true,
  ThrowStatement: () => true,
  VariableDeclaration: (_, parent) =>
    parent.inList &&
    parent.isVariableDeclaration() &&
    parent.node.declarations.length === 1,
  VariableDeclarator: ({ key }, parent) =>
    key === 'init' &&
    parent.isVariableDeclarator() &&
    parent.get('id').isIdentifier(),
};

/**
 * @param {Path} path
 * @param {Path} statement
 * @returns {boolean}
 */
function isFirst(path, statement) {
  if (path === statement) return true;
  const { parentPath: parent } = path;
  if (!parent || !IS_FIRST[parent.type]?.(path, parent)) return false;
  return isFirst(parent, statement);
}

/**
 * It is the same before the call and after it: a name that nothing but other
 * statements around it change, a literal, or what a global object has.
 *
 * @param {Path} path
 * @returns {boolean}
 */
function isStill(path) {
  if (path.isLiteral()) return !path.isTemplateLiteral();
  if (path.isIdentifier()) {
    const binding = path.scope.getBinding(path.node.name);
    if (!binding || binding.constant) return true;
    const around = path.getFunctionParent();
    return (
      binding.scope.getFunctionParent()?.path === around &&
      binding.constantViolations.every(
        (each) =>
          each.getFunctionParent() === around &&
          each.getStatementParent() !== path.getStatementParent(),
      )
    );
  }
  if (!path.isMemberExpression({ computed: false })) return false;
  const object = path.get('object');
  return object.isIdentifier() && !path.scope.getBinding(object.node.name);
}

/** A name, or what an object has that is always the same.
 * @param {Path} path
 */
function isStillTarget(path) {
  if (path.isIdentifier()) return true;
  return (
    path.isMemberExpression({ computed: false }) && isStill(path.get('object'))
  );
}

/** @param {Path} statement */
function isInLoop(statement) {
  const found = statement.findParent(
    (each) => each.isFunction() || each.isLoop(),
  );
  return statement.isLoop() || !!found?.isLoop();
}

/** A function's name belongs to the block that it stands in.
 * @param {Arrow} arrow
 * @param {Path} statement
 */
function isBlockFunction({ body }, statement) {
  return (
    t.isBlockStatement(body) &&
    body.body.some((each) => t.isFunctionDeclaration(each)) &&
    !statement.parentPath?.parentPath?.isFunction()
  );
}
