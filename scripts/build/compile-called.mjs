import { transformAsync, types as t } from '@babel/core';

/**
 * @typedef {import('@babel/core').types.Node} Node
 * @typedef {import('@babel/core').NodePath<import('@babel/core').types.FunctionDeclaration | import('@babel/core').types.ObjectMethod>} Named
 */

/** What stands for `seldom` of `keep/seldom.ts` in what is given. */
export const SELDOM = 'SELDOM';

/**
 * Puts each function in parentheses but those that are marked as called seldom:
 * V8 then compiles it with the file, in the background where the file comes from
 * the network, and not a second time at its first call. Functions with names of
 * their own become arrows, for there only those can have parentheses.
 *
 * `//# allFunctionsCalledOnLoad` would do so to all functions, and a page keeps
 * three bytes of compiled code for each of a file that never runs (CO4).
 *
 * @param {string} code A script, minified, in which no function has a `this`,
 * `arguments` or `new` of its own; and none is called before the statement
 * around it begins.
 * @returns {Promise<string>} One that does the same.
 * @throws {Error} When a function has.
 * @see https://v8.dev/blog/preparser#pife
 */
export async function compileCalled(code) {
  const done = await transformAsync(code, {
    babelrc: false,
    configFile: false,
    sourceType: 'script',
    minified: true,
    plugins: [() => ({ visitor: { Program: markCalled } })],
  });
  return done?.code ?? code;
}

/** @param {import('@babel/core').NodePath<import('@babel/core').types.Program>} program */
function markCalled(program) {
  const seldom = unmark(program);
  program.traverse({
    ObjectMethod: (method) => void method.replaceWith(propertyOf(method)),
    FunctionDeclaration: hoist,
  });
  program.traverse({
    ArrowFunctionExpression(arrow) {
      if (seldom.has(arrow.node)) arrow.skip();
      else if (
        arrow.key !== 'callee' &&
        !arrow.parentPath.isParenthesizedExpression()
      )
        arrow.replaceWith(t.parenthesizedExpression(arrow.node));
    },
  });
}

/**
 * Takes the marks away.
 *
 * @param {import('@babel/core').NodePath<import('@babel/core').types.Program>} program
 * @returns {WeakSet<Node>} The functions that had one.
 */
function unmark(program) {
  /** @type {WeakSet<Node>} */
  const seldom = new WeakSet();
  /** @param {import('@babel/core').NodePath} name Of what marks. */
  const take = (name) => {
    const call = name.parentPath;
    const marked = call?.isCallExpression() && call.node.arguments[0];
    if (!marked || !t.isArrowFunctionExpression(marked))
      throw new Error(
        `Failed to read a mark: ${call?.getSource()}. Give seldom() an arrow function where it stands.`,
      );
    seldom.add(marked);
    call.replaceWith(marked);
  };
  program.traverse({
    Identifier(name) {
      if (name.node.name !== SELDOM) return;
      const { parentPath, scope } = name;
      if (!parentPath.isVariableDeclarator()) {
        take(name);
        return;
      }
      const { id } = parentPath.node;
      const marks = t.isIdentifier(id) && scope.getBinding(id.name);
      if (marks) marks.referencePaths.forEach(take);
      parentPath.remove();
    },
  });
  return seldom;
}

/**
 * @param {import('@babel/core').NodePath<import('@babel/core').types.ObjectMethod>} method
 * @returns {import('@babel/core').types.ObjectMethod | import('@babel/core').types.ObjectProperty}
 */
function propertyOf(method) {
  const { computed, kind, key } = method.node;
  if (kind !== 'method') return method.node;
  return t.objectProperty(key, arrowOf(method), computed);
}

/** At the beginning of the function around it, where it is known from the
 * first statement on.
 * @param {import('@babel/core').NodePath<import('@babel/core').types.FunctionDeclaration>} declaration
 */
function hoist(declaration) {
  const { id } = declaration.node;
  const block = declaration.parentPath;
  const isWhole = block.isProgram() || block.parentPath?.isFunction();
  if (!id || !isWhole) return;
  const arrow = arrowOf(declaration);
  declaration.remove();
  block.unshiftContainer(
    /** @type {never} */ ('body'),
    /** @type {never} */ (
      t.variableDeclaration('var', [t.variableDeclarator(id, arrow)])
    ),
  );
}

/** @param {Named} named */
function arrowOf(named) {
  const { async, body, generator, params } = named.node;
  let hasOwn = !!generator;
  named.traverse({
    Function: (inner) => {
      if (!inner.isArrowFunctionExpression()) inner.skip();
    },
    ThisExpression: () => void (hasOwn = true),
    MetaProperty: () => void (hasOwn = true),
    Super: () => void (hasOwn = true),
    ReferencedIdentifier: ({ node }) =>
      void (hasOwn ||= node.name === 'arguments'),
  });
  if (hasOwn)
    throw new Error(
      `Failed to make an arrow of a function with its own this: ${named.getSource()}. Write it without.`,
    );
  return t.arrowFunctionExpression(
    /** @type {import('@babel/core').types.ArrowFunctionExpression['params']} */ (
      params
    ),
    oneExpression(body),
    async,
  );
}

/** `{ return a }` is `a`, which is shorter.
 * @param {import('@babel/core').types.BlockStatement} body
 */
function oneExpression(body) {
  const [only, ...others] = body.body;
  return t.isReturnStatement(only) && only.argument && !others.length
    ? only.argument
    : body;
}
