// @ts-check
/**
 * A union of literals says what an enum says, and vanishes at run time.
 * @type {import('./rule.mjs').Rule}
 */
export const noEnum = {
  meta: { type: 'suggestion', schema: [], messages: { union: 'A union of literals says the same and vanishes at run time.' } },
  create: (context) => ({ TSEnumDeclaration: (/** @type {any} */ node) => context.report({ node, messageId: 'union' }) }),
};
