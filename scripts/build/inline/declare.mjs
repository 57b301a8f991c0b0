import { types as t } from '@babel/core';

/**
 * @typedef {import('@babel/core').types.ArrowFunctionExpression} Arrow
 * @typedef {import('@babel/core').types.Node} Node
 * @typedef {import('@babel/core').types.Expression} Expression
 * @typedef {import('@babel/core').types.Statement} Statement
 */

/**
 * The parameters as declarations; undefined where they are no such.
 *
 * @param {Arrow} arrow
 * @param {import('@babel/core').types.CallExpression['arguments']} given
 * @returns {Statement[] | undefined}
 */
export function declare({ params }, given) {
  if (given.length > params.length) return undefined;
  /** @type {Statement[]} */
  const declared = [];
  for (const [nth, param] of params.entries()) {
    const value = given[nth];
    if (value && !t.isExpression(value)) return undefined;
    if (t.isAssignmentPattern(param)) {
      const { left, right } = param;
      if (!t.isIdentifier(left)) return undefined;
      declared.push(declaration(left, value ?? right));
      if (value) declared.push(unlessGiven(left, right));
    } else if (t.isIdentifier(param) || (isTakenApart(param) && value))
      declared.push(declaration(param, value));
    else return undefined;
  }
  return declared;
}

/**
 * @param {Node} node
 * @returns {node is import('@babel/core').types.ObjectPattern | import('@babel/core').types.ArrayPattern}
 */
function isTakenApart(node) {
  return t.isObjectPattern(node) || t.isArrayPattern(node);
}

/**
 * @param {import('@babel/core').types.Identifier | import('@babel/core').types.ObjectPattern | import('@babel/core').types.ArrayPattern} left
 * @param {Expression | undefined} value
 */
function declaration(left, value) {
  return t.variableDeclaration('var', [t.variableDeclarator(left, value)]);
}

/**
 * @param {import('@babel/core').types.Identifier} name
 * @param {Expression} otherwise
 */
function unlessGiven(name, otherwise) {
  return t.ifStatement(
    t.binaryExpression(
      '===',
      t.cloneNode(name),
      t.unaryExpression('void', t.numericLiteral(0)),
    ),
    t.expressionStatement(
      t.assignmentExpression('=', t.cloneNode(name), otherwise),
    ),
  );
}
