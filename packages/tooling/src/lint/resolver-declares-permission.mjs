// @ts-check
const ROOT_FIELDS = new Set(['Query', 'Mutation', 'Subscription', 'Get', 'Post', 'Put', 'Patch', 'Delete']);
const DECLARATIONS = new Set(['RequirePermission', 'OpenToAll', 'OpenToSignedIn']);

/** @param {any} node */
function decoratorNames(node) {
  return (node.decorators ?? []).map((/** @type {any} */ each) => (each.expression.type === 'CallExpression' ? each.expression.callee.name : each.expression.name));
}

/**
 * Every root field and route says who may come in, by @RequirePermission, @OpenToAll or @OpenToSignedIn, on itself or its class. The guard
 * denies what says nothing; this finds it before it runs.
 * @type {import('./rule.mjs').Rule}
 */
export const resolverDeclaresPermission = {
  meta: { type: 'problem', schema: [], messages: { undeclared: 'Say who may come in here: @RequirePermission(…), @OpenToAll(…) or @OpenToSignedIn(…).' } },
  create(context) {
    return {
      MethodDefinition(/** @type {any} */ node) {
        const own = decoratorNames(node);
        if (!own.some((/** @type {string} */ name) => ROOT_FIELDS.has(name))) return;
        const all = [...own, ...decoratorNames(node.parent.parent)];
        if (!all.some((name) => DECLARATIONS.has(name))) context.report({ node, messageId: 'undeclared' });
      },
    };
  },
};
