// @ts-check
/** The floors of docs/architecture.md, as rules. Imports go down; what must go up is an event. */
const floors = [
  ['kernel'],
  ['domain'],
  ['contracts', 'graphql'],
  ['ui', 'runtime'],
  ['db', 'queue', 'http', 'mail'],
  ['nest'],
];
const tiers = [['identity'], ['office', 'audit', 'billing', 'assets'], ['devices', 'marketplace'], ['telemetry'], ['analytics', 'alarms']];

const inPackages = (/** @type {readonly string[]} */ names) => `^packages/(${names.join('|')})/`;
const inModules = (/** @type {readonly string[]} */ names) => `^packages/modules/(${names.join('|')})/`;
const test = '\\.test\\.tsx?$|/testing/';

const upwards = floors.slice(0, -1).map((names, index) => ({
  name: `floor-${names.join('-')}-imports-down`,
  severity: 'error',
  from: { path: inPackages(names), pathNot: test },
  to: { path: [inPackages(floors.slice(index + 1).flat()), '^packages/modules/', '^apps/'] },
}));

const tiersUp = tiers.slice(0, -1).map((names, index) => ({
  name: `tier-${index + 1}-imports-down`,
  severity: 'error',
  from: { path: inModules(names), pathNot: test },
  to: { path: inModules(tiers.slice(index + 1).flat()) },
}));

const sideways = tiers.flat().map((name) => ({
  name: `module-${name}-leaves-its-tier-alone`,
  severity: 'error',
  from: { path: inModules([name]) },
  to: { path: inModules(tiers.find((names) => names.includes(name))?.filter((other) => other !== name).concat('-none-') ?? []) },
}));

const surfaces = '^packages/modules/[^/]+/src/(index|api|worker|ingest|public)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: 'generated/' } },
    ...upwards,
    ...tiersUp,
    ...sideways,
    { name: 'nothing-imports-an-app', severity: 'error', from: { path: '^packages/' }, to: { path: '^apps/' } },
    { name: 'apps-leave-each-other-alone', severity: 'error', from: { path: '^apps/([^/]+)/' }, to: { path: '^apps/', pathNot: '^apps/$1/' } },
    { name: 'domain-is-pure', comment: 'no npm, no Node, nothing but the kernel', severity: 'error', from: { path: '^packages/domain/src/', pathNot: test }, to: { pathNot: '^packages/(domain|kernel)/' } },
    { name: 'kernel-imports-nothing', severity: 'error', from: { path: '^packages/kernel/src/', pathNot: test }, to: { pathNot: '^packages/kernel/' } },
    { name: 'domain-rooms-are-closed', severity: 'error', from: { path: '^packages/domain/src/([^/]+)/', pathNot: test }, to: { path: '^packages/domain/src/([^/]+)/', pathNot: ['^packages/domain/src/$1/'] } },
    { name: 'modules-by-their-surfaces', severity: 'error', from: { path: '^(packages/modules/([^/]+)|apps)/', pathNot: test }, to: { path: '^packages/modules/([^/]+)/src/', pathNot: [surfaces, '^packages/modules/$2/'] } },
    { name: 'modules-use-index-of-each-other', severity: 'error', from: { path: '^packages/modules/([^/]+)/', pathNot: test }, to: { path: '^packages/modules/([^/]+)/src/', pathNot: ['/src/index\\.ts$', '^packages/modules/$1/'] } },
    { name: 'resolvers-know-no-persistence', severity: 'error', from: { path: '\\.resolver\\.ts$' }, to: { path: '/persistence/', dependencyTypesNot: ['type-only'] } },
    { name: 'portal-allow-list', severity: 'error', from: { path: '^apps/portal/', pathNot: test }, to: { path: '^packages/', pathNot: '^packages/(kernel|domain|contracts|graphql|ui)/' } },
    { name: 'production-knows-no-tests', severity: 'error', from: { pathNot: [test, '^packages/testing/', '^e2e/', '^bench/', '\\.config\\.'] }, to: { path: ['^packages/testing/', '\\.test\\.tsx?$'] } },
    { name: 'no-dev-dependencies-in-production', severity: 'error', from: { path: '^(apps|packages)/', pathNot: [test, '^packages/(testing|tooling)/', '\\.config\\.'] }, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated|\\.next[^/]*)/|next-env\\.d\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['tenon-source', 'import', 'node', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
