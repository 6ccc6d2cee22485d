import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packageBin } from '../cli/package-bin.mjs';
import { REPOSITORY } from '../cli/repository.mjs';

const CONFIG = path.join(REPOSITORY, '.dependency-cruiser.mjs');

/** For each rule an import that it must forbid: the file, and what it imports, both from the root of a repository like ours. */
const FORBIDDEN: Readonly<Record<string, readonly [file: string, imported: string]>> = {
  'no-cycles': ['packages/kernel/src/circle.ts', 'packages/kernel/src/circle-2.ts'],
  resolvable: ['packages/kernel/src/lost.ts', './nowhere.js'],
  'floor-kernel-imports-down': ['packages/kernel/src/up.ts', 'packages/domain/src/energy/index.ts'],
  'floor-domain-imports-down': ['packages/domain/src/energy/up.ts', 'packages/contracts/src/index.ts'],
  'floor-contracts-graphql-imports-down': ['packages/contracts/src/up.ts', 'packages/runtime/src/index.ts'],
  'floor-ui-runtime-imports-down': ['packages/runtime/src/up.ts', 'packages/db/src/index.ts'],
  'floor-db-queue-http-mail-tables-imports-down': ['packages/db/src/up.ts', 'packages/nest/src/index.ts'],
  'floor-nest-imports-down': ['packages/nest/src/up.ts', 'packages/modules/identity/src/index.ts'],
  'tier-1-imports-down': ['packages/modules/flags/src/up.ts', 'packages/modules/billing/src/index.ts'],
  'tier-2-imports-down': ['packages/modules/billing/src/up.ts', 'packages/modules/identity/src/index.ts'],
  'tier-3-imports-down': ['packages/modules/identity/src/up.ts', 'packages/modules/office/src/index.ts'],
  'tier-4-imports-down': ['packages/modules/office/src/up.ts', 'packages/modules/devices/src/index.ts'],
  'tier-5-imports-down': ['packages/modules/devices/src/up.ts', 'packages/modules/telemetry/src/index.ts'],
  'tier-6-imports-down': ['packages/modules/telemetry/src/up.ts', 'packages/modules/analytics/src/index.ts'],
  'tier-7-imports-down': ['packages/modules/analytics/src/above.ts', 'packages/modules/exit/src/api.ts'],
  'module-audit-leaves-its-tier-alone': ['packages/modules/audit/src/aside.ts', 'packages/modules/office/src/index.ts'],
  'module-company-leaves-its-tier-alone': ['packages/modules/company/src/up.ts', 'packages/modules/identity/src/index.ts'],
  'module-identity-leaves-its-tier-alone': ['packages/modules/identity/src/across.ts', 'packages/modules/company/src/api.ts'],
  'module-notices-leaves-its-tier-alone': ['packages/modules/notices/src/aside.ts', 'packages/modules/audit/src/index.ts'],
  'module-office-leaves-its-tier-alone': ['packages/modules/office/src/aside.ts', 'packages/modules/audit/src/index.ts'],
  'module-devices-leaves-its-tier-alone': ['packages/modules/devices/src/aside.ts', 'packages/modules/marketplace/src/index.ts'],
  'module-marketplace-leaves-its-tier-alone': ['packages/modules/marketplace/src/aside.ts', 'packages/modules/devices/src/index.ts'],
  'api-enters-by-api': ['apps/api/src/wrong-door.ts', 'packages/modules/devices/src/index.ts'],
  'worker-enters-by-worker': ['apps/worker/src/wrong-door.ts', 'packages/modules/devices/src/api.ts'],
  'gateway-enters-by-ingest': ['apps/gateway/src/wrong-door.ts', 'packages/modules/devices/src/worker.ts'],
  'nothing-imports-an-app': ['packages/modules/analytics/src/up.ts', 'apps/api/src/index.ts'],
  'apps-leave-each-other-alone': ['apps/worker/src/aside.ts', 'apps/api/src/index.ts'],
  'domain-is-pure': ['packages/domain/src/energy/impure.ts', 'node:fs'],
  'kernel-imports-nothing': ['packages/kernel/src/impure.ts', 'node:fs'],
  'domain-rooms-are-closed': ['packages/domain/src/energy/next-door.ts', 'packages/domain/src/telemetry/index.ts'],
  'modules-by-their-surfaces': ['packages/modules/analytics/src/through-the-wall.ts', 'packages/modules/devices/src/persistence/device.repository.ts'],
  'modules-use-index-of-each-other': ['packages/modules/analytics/src/wrong-door.ts', 'packages/modules/devices/src/api.ts'],
  'resolvers-know-no-persistence': ['packages/modules/devices/src/graphql/device.resolver.ts', 'packages/modules/devices/src/persistence/device.repository.ts'],
  'portal-allow-list': ['apps/portal/src/page.ts', 'packages/db/src/index.ts'],
  'production-knows-no-tests': ['packages/db/src/tested.ts', 'packages/testing/src/index.ts'],
  'no-dev-dependencies-in-production': ['packages/db/src/dev.ts', 'only-for-developing'],
};
/** The same doors, used rightly. */
const ALLOWED: readonly (readonly [file: string, imported: string])[] = [
  ['apps/api/src/right-door.ts', 'packages/modules/devices/src/api.ts'],
  ['apps/gateway/src/right-door.ts', 'packages/modules/devices/src/ingest.ts'],
  ['packages/modules/analytics/src/right-door.ts', 'packages/modules/devices/src/index.ts'],
  ['packages/modules/devices/src/application/own.ts', 'packages/modules/devices/src/persistence/device.repository.ts'],
  ['packages/db/src/tested.test.ts', 'packages/testing/src/index.ts'],
];

interface Cruise {
  readonly summary: { readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string }; readonly cycle?: readonly { readonly name: string }[] }[] };
}

let folder: string;
let found: Map<string, Set<string>>;

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

function importing([file, imported]: readonly [string, string]): void {
  const isFile = /^(packages|apps)\//.test(imported);
  const target = isFile ? path.posix.relative(path.posix.dirname(file), imported).replace(/\.ts$/, '.js').replace(/^(?!\.)/, './') : imported;
  write(file, `import * as it from '${target}';\nexport const used = it;\n`);
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenon-imports-'));
  const cases = [...Object.values(FORBIDDEN), ...ALLOWED];
  for (const [, imported] of cases) if (/^(packages|apps)\//.test(imported)) write(imported, 'export {};\n');
  for (const each of cases) importing(each);
  importing(['packages/kernel/src/circle-2.ts', 'packages/kernel/src/circle.ts']);
  write('tsconfig.json', '{}');
  write('package.json', JSON.stringify({ name: 'like-ours', type: 'module' }));
  write('packages/db/package.json', JSON.stringify({ name: 'db', type: 'module', devDependencies: { 'only-for-developing': '1.0.0' } }));
  write('node_modules/only-for-developing/package.json', JSON.stringify({ name: 'only-for-developing', version: '1.0.0', main: 'index.js' }));
  write('node_modules/only-for-developing/index.js', '');
  // It ends with the number of violations, which execFile takes for a failure: the report says more than the number.
  const args = [packageBin('dependency-cruiser', 'depcruise'), 'apps', 'packages', '--config', CONFIG, '--output-type', 'json'];
  const { summary } = JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 50_000_000 })) as Cruise;
  found = new Map();
  // A circle is told once, from any file of it.
  for (const { from, rule, cycle = [] } of summary.violations) for (const file of [from, ...cycle.map(({ name }) => name)]) found.set(file, (found.get(file) ?? new Set()).add(rule.name));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the import rules', () => {
  it('have each a case that they forbid', async () => {
    const { default: config } = (await import(CONFIG)) as { default: { forbidden: { name: string }[] } };
    expect(Object.keys(FORBIDDEN).sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
  });

  it.each(Object.entries(FORBIDDEN))('%s', (rule, [file]) => {
    expect([...(found.get(file) ?? [])]).toContain(rule);
  });

  it.each(ALLOWED)('let %s import %s', (file) => {
    expect(found.get(file)).toBeUndefined();
  });
});
