// @ts-check
const PLACES = /\/persistence\/|\/packages\/(db|queue|testing|tooling)\/|\.repository\.ts$/;
const DOORS = new Set(['prisma', 'sql', 'prepared', 'execute']);
/** What a transaction is called where it is handed on. */
const TRANSACTION = /^(tx|transaction|.*Tx)$/;
/** What a connection is called. */
const CONNECTION = /^(pool|client|connection|.*(Pool|Client))$/;

/**
 * The gateway's hot path: statements that stand beside what they must be fast for, on a pool of the role tenon_ingest,
 * which may do nothing else. Everything else has a repository.
 */
export const CONNECTION_USERS = [
  'packages/modules/devices/src/ingest/token-lookup.ts', // one question a batch of tokens
  'packages/modules/telemetry/src/ingest/batch-writer.ts', // BEGIN, COPY, heads, COMMIT
  'packages/modules/telemetry/src/ingest/live-notices.ts', // NOTIFY
  'packages/modules/telemetry/src/ingest/months.ts', // makes a month before the first row of it
];

/** The last name of `a`, `this.a` or `b.a`. @param {any} node @returns {string} */
function lastName(node) {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? (node.property.name ?? '') : '';
}

/**
 * Queries live with the repositories. Elsewhere `tx.prisma`, `tx.sql`, `tx.execute` and `pool.query` are errors, but for
 * the connections of {@link CONNECTION_USERS}.
 * @type {import('./rule.mjs').Rule}
 */
export const noRawPrisma = {
  meta: { type: 'problem', schema: [], messages: { elsewhere: 'Put this query in a repository under persistence/.' } },
  create(context) {
    const file = context.filename.replaceAll('\\', '/');
    if (PLACES.test(file)) return {};
    const mayConnect = CONNECTION_USERS.some((user) => file.endsWith(`/${user}`));
    return {
      MemberExpression(/** @type {any} */ node) {
        const property = node.computed ? node.property.value : node.property.name;
        const isTransactions = TRANSACTION.test(lastName(node.object)) && DOORS.has(property);
        const isConnections = !mayConnect && CONNECTION.test(lastName(node.object)) && property === 'query';
        if (isTransactions || isConnections) context.report({ node, messageId: 'elsewhere' });
      },
    };
  },
};
