// @ts-check
const PLACES = /\/(persistence|packages\/db|packages\/queue)\/|\.repository\.ts$/;
const DOORS = new Set(['prisma', 'sql', 'prepared', 'execute']);

/**
 * Queries live with the repositories. Elsewhere `tx.prisma`, `tx.sql` and `tx.execute` are errors, except through the
 * exit in use cases that lint lists by name (see system-db-allow-list).
 * @type {import('eslint').Rule.RuleModule}
 */
export const noRawPrisma = {
  meta: { type: 'problem', schema: [], messages: { elsewhere: 'Put this query in a repository under persistence/.' } },
  create(context) {
    if (PLACES.test(context.filename)) return {};
    return {
      MemberExpression(/** @type {any} */ node) {
        if (node.object.type === 'Identifier' && node.object.name === 'tx' && DOORS.has(node.property.name)) context.report({ node, messageId: 'elsewhere' });
      },
    };
  },
};
