// @ts-check
/**
 * A clock or a die of one's own, by which two runs of the same reckoning would differ.
 * @type {import('./rule.mjs').Rule}
 */
export const noClockOrChance = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { clock: 'The domain has no clock: let the time be passed in.', chance: 'The domain throws no dice: let a seeded generator be passed in.' },
  },
  create(context) {
    const report = (/** @type {'clock' | 'chance'} */ messageId) => (/** @type {any} */ node) => context.report({ node, messageId });
    return {
      'CallExpression[callee.object.name="Date"][callee.property.name="now"]': report('clock'),
      'NewExpression[callee.name="Date"][arguments.length=0]': report('clock'),
      'CallExpression[callee.name="Date"]': report('clock'),
      'MemberExpression[object.name="Math"][property.name="random"]': report('chance'),
    };
  },
};
