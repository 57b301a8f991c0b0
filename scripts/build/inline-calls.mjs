import { transformAsync, types as t } from '@babel/core';
import { declare } from './inline/declare.mjs';
import { mayInline } from './inline/may-inline.mjs';
import {
  splitDeclaration,
  splitExpression,
} from './inline/split-statements.mjs';

/** @typedef {import('@babel/core').NodePath<import('@babel/core').types.CallExpression>} Call */

/**
 * Puts the body of a function that is called where it stands,
 * `const a = ((b) => { …; return c; })(d)`, among the statements around it:
 * `var b = d; …; const a = c`. V8 keeps 250 bytes of a page's heap for such a
 * function, and a context for what its closures see (CO4). The minifiers that
 * were tried leave functions alone that hold others.
 *
 * What a pattern reads must have no getter that tells when it is read.
 *
 * @param {string} code A script.
 * @returns {Promise<string>} One that does the same.
 */
export async function inlineCalls(code) {
  const done = await transformAsync(code, {
    babelrc: false,
    configFile: false,
    sourceType: 'script',
    plugins: [() => ({ visitor: { Program: inlineAll } })],
  });
  return done?.code ?? code;
}

/** @param {import('@babel/core').NodePath<import('@babel/core').types.Program>} program */
function inlineAll(program) {
  for (let isDone = false; !isDone;) {
    isDone = true;
    // What was moved changes who knows which name.
    program.scope.crawl();
    program.traverse({
      ExpressionStatement: splitExpression,
      VariableDeclaration: splitDeclaration,
    });
    program.scope.crawl();
    program.traverse({
      CallExpression(call) {
        if (!inline(call)) return;
        isDone = false;
        call.stop();
      },
    });
  }
}

/**
 * @param {Call} call
 * @returns {boolean} Whether it was one that can be.
 */
function inline(call) {
  const arrow = call.node.callee;
  const statement = call.findParent((each) => each.isStatement());
  if (!t.isArrowFunctionExpression(arrow) || !statement) return false;
  const given = call.node.arguments;
  if (!declare(arrow, given) || !mayInline(call, arrow, statement))
    return false;
  const own = call.get('callee').scope;
  for (const name of Object.keys(own.bindings))
    own.rename(name, statement.scope.generateUid(name));
  // Now that the parameters have other names, too.
  const parameters = declare(arrow, given) ?? [];
  const { rest, result } = endOf(arrow);
  call.replaceWith(result);
  statement.insertBefore([...parameters, ...rest]);
  return true;
}

/**
 * What a function does, and what it returns at its end.
 *
 * @param {import('@babel/core').types.ArrowFunctionExpression} arrow
 */
function endOf({ body }) {
  if (!t.isBlockStatement(body)) return { rest: [], result: body };
  const last = body.body.at(-1);
  const nothing = t.unaryExpression('void', t.numericLiteral(0));
  if (!t.isReturnStatement(last)) return { rest: body.body, result: nothing };
  return { rest: body.body.slice(0, -1), result: last.argument ?? nothing };
}
