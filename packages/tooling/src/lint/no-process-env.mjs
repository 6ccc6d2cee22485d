// @ts-check
/**
 * `process.env` is read in `env.ts` files only, by a schema, so that every fault is reported at once and by name.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noProcessEnv = {
  meta: { type: 'problem', schema: [], messages: { elsewhere: 'Read the environment in env.ts, by its schema.' } },
  create(context) {
    if (/(^|\/)env\.ts$/.test(context.filename)) return {};
    return {
      'MemberExpression[object.name="process"][property.name="env"]'(/** @type {any} */ node) {
        context.report({ node, messageId: 'elsewhere' });
      },
    };
  },
};
