// @ts-check
const severity = /** @type {const} */ ('error');

/** The floors of docs/architecture.md, as rules. Imports go down; what must go up is an event. */
const floors = [
  ['kernel'],
  ['domain'],
  ['contracts', 'graphql'],
  ['ui', 'runtime'],
  ['db', 'queue', 'http', 'mail', 'tables'],
  ['nest'],
];
const tiers = [['flags'], ['billing'], ['company', 'identity'], ['audit', 'notices', 'office'], ['devices', 'marketplace'], ['telemetry'], ['analytics'], ['exit']];

const inPackages = (/** @type {readonly string[]} */ names) => `^packages/(${names.join('|')})/`;
const inModules = (/** @type {readonly string[]} */ names) => `^packages/modules/(${names.join('|')})/`;
const test = '\\.test\\.tsx?$|/testing/';

const upwards = floors.map((names, index) => ({
  name: `floor-${names.join('-')}-imports-down`,
  severity,
  from: { path: inPackages(names), pathNot: test },
  to: { path: [inPackages(floors.slice(index + 1).flat().concat('modules')), '^apps/'] },
}));

const tiersUp = tiers.slice(0, -1).map((names, index) => ({
  name: `tier-${index + 1}-imports-down`,
  severity,
  from: { path: inModules(names), pathNot: test },
  to: { path: inModules(tiers.slice(index + 1).flat()) },
}));

const sideways = tiers.filter((names) => names.length > 1).flatMap((names) => names.map((name) => ({
  name: `module-${name}-leaves-its-tier-alone`,
  severity,
  from: { path: inModules([name]) },
  to: { path: inModules(names.filter((other) => other !== name)) },
})));

/** By which surface each server app enters a module. */
const entrances = Object.entries({ api: 'api', worker: 'worker', gateway: 'ingest' }).map(([app, surface]) => ({
  name: `${app}-enters-by-${surface}`,
  severity,
  from: { path: `^apps/${app}/`, pathNot: test },
  to: { path: '^packages/modules/[^/]+/src/', pathNot: `/src/${surface}\\.ts$` },
}));

const surfaces = '^packages/modules/[^/]+/src/(index|api|worker|ingest)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity, from: {}, to: { circular: true } },
    { name: 'resolvable', severity, from: {}, to: { couldNotResolve: true, pathNot: 'generated/' } },
    ...upwards,
    ...tiersUp,
    ...sideways,
    ...entrances,
    { name: 'nothing-imports-an-app', severity, from: { path: '^packages/' }, to: { path: '^apps/' } },
    { name: 'apps-leave-each-other-alone', severity, from: { path: '^apps/([^/]+)/' }, to: { path: '^apps/', pathNot: '^apps/$1/' } },
    { name: 'domain-is-pure', comment: 'no npm, no Node, nothing but the kernel', severity, from: { path: '^packages/domain/src/', pathNot: test }, to: { pathNot: '^packages/(domain|kernel)/' } },
    { name: 'kernel-imports-nothing', severity, from: { path: '^packages/kernel/src/', pathNot: test }, to: { pathNot: '^packages/kernel/' } },
    { name: 'domain-rooms-are-closed', severity, from: { path: '^packages/domain/src/([^/]+)/', pathNot: test }, to: { path: '^packages/domain/src/([^/]+)/', pathNot: ['^packages/domain/src/$1/'] } },
    { name: 'modules-by-their-surfaces', severity, from: { path: '^(packages/modules/([^/]+)|apps)/', pathNot: test }, to: { path: '^packages/modules/([^/]+)/src/', pathNot: [surfaces, '^packages/modules/$2/'] } },
    { name: 'modules-use-index-of-each-other', severity, from: { path: '^packages/modules/([^/]+)/', pathNot: test }, to: { path: '^packages/modules/([^/]+)/src/', pathNot: ['/src/index\\.ts$', '^packages/modules/$1/'] } },
    { name: 'resolvers-know-no-persistence', severity, comment: 'types too: a row is not what a caller is shown', from: { path: '\\.resolver\\.ts$' }, to: { path: '/persistence/' } },
    { name: 'portal-allow-list', severity, from: { path: '^apps/portal/', pathNot: test }, to: { path: '^packages/', pathNot: '^packages/(kernel|domain|contracts|graphql|ui)/' } },
    { name: 'production-knows-no-tests', severity, from: { pathNot: [test, '^packages/testing/', '^e2e/', '^bench/', '\\.config\\.'] }, to: { path: ['^packages/testing/', '\\.test\\.tsx?$'] } },
    { name: 'no-dev-dependencies-in-production', severity, from: { path: '^(apps|packages)/', pathNot: [test, '^packages/(testing|tooling)/', '\\.config\\.'] }, to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated|apps/[a-z]+/bundle|\\.next[^/]*)/|next-env\\.d\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['tenon-source', 'import', 'node', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
