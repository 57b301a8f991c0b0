import { transformAsync, types as t } from '@babel/core';

/**
 * @typedef {import('@babel/core').NodePath} Path
 * @typedef {import('@babel/core').NodePath<import('@babel/core').types.CallExpression>} Call
 * @typedef {import('@babel/core').types.ArrowFunctionExpression} Arrow
 * @typedef {import('@babel/core').types.Expression} Expression
 * @typedef {import('@babel/core').types.Statement} Statement
 */

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
 * `a, b`, `a && b`, `a || b` and `a ? b : c` become statements.
 *
 * @param {import('@babel/core').NodePath<import('@babel/core').types.ExpressionStatement>} path
 */
function splitExpression(path) {
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
function splitDeclaration(path) {
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

/** Not in the functions that it holds.
 * @param {import('@babel/core').types.Node | null | undefined} node
 * @returns {boolean}
 */
function hasCalledArrow(node) {
  if (!node) return false;
  if (t.isCallExpression(node) && t.isArrowFunctionExpression(node.callee))
    return true;
  if (t.isFunction(node)) return false;
  return (t.VISITOR_KEYS[node.type] ?? []).some((key) => {
    const child = /** @type {any} */ (node)[key];
    return [child].flat().some(hasCalledArrow);
  });
}

/**
 * @param {Call} call
 * @returns {boolean} Whether it was one that can be.
 */
function inline(call) {
  const arrow = call.node.callee;
  if (!t.isArrowFunctionExpression(arrow) || arrow.async) return false;
  const given = call.node.arguments;
  const taken = declare(arrow, given);
  const statement = call.findParent((each) => each.isStatement());
  if (!taken || !statement?.inList) return false;
  if (!isEndedOnce(arrow) || !isFirst(call, statement)) return false;
  if (isInLoop(statement)) return false;
  if (isBlockFunction(arrow, statement)) return false;

  const own = call.get('callee').scope;
  const { scope } = statement;
  for (const name of Object.keys(own.bindings))
    own.rename(name, scope.generateUid(name));
  // `rename` changed the parameters, too.
  const parameters = declare(arrow, given) ?? [];
  if (!t.isBlockStatement(arrow.body)) {
    call.replaceWith(arrow.body);
    statement.insertBefore(parameters);
    return true;
  }
  const body = arrow.body.body;
  const last = body.at(-1);
  const result = t.isReturnStatement(last) ? last.argument : undefined;
  call.replaceWith(result ?? t.unaryExpression('void', t.numericLiteral(0)));
  const rest = t.isReturnStatement(last) ? body.slice(0, -1) : body;
  statement.insertBefore([...parameters, ...rest]);
  return true;
}

/**
 * The parameters as declarations; undefined where they are no such.
 *
 * @param {Arrow} arrow
 * @param {import('@babel/core').types.CallExpression['arguments']} given
 * @returns {Statement[] | undefined}
 */
function declare({ params }, given) {
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
 * @param {import('@babel/core').types.Node} node
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

/** It returns nowhere but at its end.
 * @param {Arrow} arrow
 */
function isEndedOnce({ body }) {
  if (!t.isBlockStatement(body)) return true;
  const last = body.body.at(-1);
  return body.body.every(
    (each) => (each === last && t.isReturnStatement(each)) || !hasReturn(each),
  );
}

/**
 * @param {import('@babel/core').types.Node | null | undefined} node
 * @returns {boolean}
 */
function hasReturn(node) {
  if (!node || t.isFunction(node)) return false;
  if (t.isReturnStatement(node)) return true;
  return (t.VISITOR_KEYS[node.type] ?? []).some((key) => {
    const child = /** @type {any} */ (node)[key];
    return [child].flat().some(hasReturn);
  });
}

/**
 * Whether all that the statement does before the call may as well be done after.
 *
 * @param {Call} call
 * @param {Path} statement
 */
function isFirst(call, statement) {
  /** @type {Path} */
  let path = call;
  while (path !== statement) {
    const { key, listKey, parentPath: parent } = path;
    if (!parent) return false;
    if (parent.isCallExpression()) {
      if (listKey !== 'arguments' || !isStill(parent.get('callee')))
        return false;
      if (!path.getAllPrevSiblings().every(isStill)) return false;
    } else if (parent.isVariableDeclarator()) {
      if (key !== 'init' || !parent.get('id').isIdentifier()) return false;
    } else if (parent.isVariableDeclaration()) {
      if (!parent.inList || parent.node.declarations[1]) return false;
    } else if (parent.isAssignmentExpression({ operator: '=' })) {
      if (key !== 'right' || !isStillTarget(parent.get('left'))) return false;
    } else if (
      !parent.isReturnStatement() &&
      !parent.isThrowStatement() &&
      !parent.isExpressionStatement()
    )
      return false;
    path = parent;
  }
  return true;
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
