// @ts-check
/** Programs that run before any package of ours, or hand the environment on whole, each with its reason. */
const READERS = [
  'apps/portal/next.config.mjs', // Next reads it, not we
  'infra/docker/healthcheck.mjs', // alone in its image
  'infra/docker/migrate.mjs', // alone in its image
  'packages/testing/src/jest/global-setup.mjs', // hands the tests their PostgreSQL
];

/** @param {any} node @param {string} name */
const isNamed = (node, name) => node?.type === 'Identifier' ? node.name === name : node?.type === 'Literal' && node.value === name;

/** `process`, or `globalThis.process`. @param {any} node */
const isProcess = (node) => isNamed(node, 'process') || (node?.type === 'MemberExpression' && isNamed(node.property, 'process'));

/**
 * `process.env` is read in `env.ts` and `env.mjs` files only, by a schema, so that every fault is reported at once and by name.
 * @type {import('./rule.mjs').Rule}
 */
export const noProcessEnv = {
  meta: { type: 'problem', schema: [], messages: { elsewhere: 'Read the environment in env.ts, by its schema.' } },
  create(context) {
    const file = context.filename.replaceAll('\\', '/');
    if (/(^|\/)env\.(ts|mjs)$/.test(file) || READERS.some((reader) => file.endsWith(`/${reader}`))) return {};
    const report = (/** @type {any} */ node) => context.report({ node, messageId: 'elsewhere' });
    return {
      MemberExpression(/** @type {any} */ node) {
        if (isProcess(node.object) && isNamed(node.property, 'env')) report(node);
      },
      VariableDeclarator(/** @type {any} */ node) {
        if (node.id.type === 'ObjectPattern' && isProcess(node.init) && node.id.properties.some((/** @type {any} */ each) => isNamed(each.key, 'env'))) report(node);
      },
      ImportSpecifier(/** @type {any} */ node) {
        if (/^(node:)?process$/.test(node.parent.source.value) && isNamed(node.imported, 'env')) report(node);
      },
    };
  },
};
