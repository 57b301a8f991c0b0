import { types as t } from '@babel/core';
import { hasCalledArrow } from './holds.mjs';

/**
 * @typedef {import('@babel/core').types.Expression} Expression
 * @typedef {import('@babel/core').types.Statement} Statement
 */

/**
 * `a, b`, `a && b`, `a || b` and `a ? b : c` become statements.
 *
 * @param {import('@babel/core').NodePath<import('@babel/core').types.ExpressionStatement>} path
 */
export function splitExpression(path) {
  const { expression } = path.node;
  if (!hasCalledArrow(expression)) return;
  if (t.isSequenceExpression(expression))
    path.replaceWithMultiple(
      expression.expressions.map((each) => t.expressionStatement(each)),
    );
  else if (t.isConditionalExpression(expression))
    path.replaceWith(
      choose(expression, (value) => t.expressionStatement(value)),
    );
  else if (t.isLogicalExpression(expression) && expression.operator !== '??') {
    const { left, operator, right } = expression;
    const test = operator === '&&' ? left : t.unaryExpression('!', left);
    path.replaceWith(
      t.ifStatement(test, t.blockStatement([t.expressionStatement(right)])),
    );
  }
}

/**
 * `var a = b, c = d` become one each, `var a = b ? c : d` a statement.
 *
 * @param {import('@babel/core').NodePath<import('@babel/core').types.VariableDeclaration>} path
 */
export function splitDeclaration(path) {
  const { declarations, kind } = path.node;
  if (!path.inList) return;
  if (!declarations.some(({ init }) => hasCalledArrow(init))) return;
  const [first, second] = declarations;
  if (second)
    path.replaceWithMultiple(
      declarations.map((each) => t.variableDeclaration(kind, [each])),
    );
  else if (t.isConditionalExpression(first?.init) && t.isIdentifier(first.id)) {
    const { id, init } = first;
    path.replaceWithMultiple([
      t.variableDeclaration(kind === 'const' ? 'let' : kind, [
        t.variableDeclarator(id),
      ]),
      choose(init, (value) =>
        t.expressionStatement(
          t.assignmentExpression('=', t.cloneNode(id), value),
        ),
      ),
    ]);
  }
}

/**
 * @param {import('@babel/core').types.ConditionalExpression} choice
 * @param {(value: Expression) => Statement} use
 */
function choose({ test, consequent, alternate }, use) {
  return t.ifStatement(
    test,
    t.blockStatement([use(consequent)]),
    t.blockStatement([use(alternate)]),
  );
}
