// @ts-check
/**
 * A class that needs more than a handful of others does more than one thing.
 * @type {import('./rule.mjs').Rule}
 */
export const constructorDependencies = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'object', properties: { max: { type: 'integer' } }, additionalProperties: false }],
    messages: { tooMany: 'A constructor with {{count}} dependencies; at most {{max}}. Split the class.' },
  },
  create(context) {
    const { max = 5 } = /** @type {{ max?: number }} */ (context.options[0] ?? {});
    return {
      'MethodDefinition[kind="constructor"]'(/** @type {any} */ node) {
        const count = node.value.params.length;
        if (count > max) context.report({ node, messageId: 'tooMany', data: { count: String(count), max: String(max) } });
      },
    };
  },
};
