import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { REPOSITORY } from '../cli/repository.mjs';
import { tenon } from './index.mjs';
import { CONNECTION_USERS } from './no-raw-prisma.mjs';
import { ALLOWED } from './system-db-allow-list.mjs';

// The tester's own words for suites and cases are Jest's.
Object.assign(RuleTester, { describe, it, itOnly: it.only });
const tester = new RuleTester({ languageOptions: { parser: tseslint.parser as never } });
const at = (file: string) => path.join(REPOSITORY, file);
const [useCase, repository] = [at('packages/modules/devices/src/application/rename-device.ts'), at('packages/modules/devices/src/persistence/device.repository.ts')];

tester.run('constructor-dependencies', tenon.rules['constructor-dependencies'], {
  valid: [{ code: 'class A { constructor(a, b, c, d, e) {} }' }, { code: 'class A { constructor(a, b) {} }', options: [{ max: 2 }] }],
  invalid: [
    { code: 'class A { constructor(a, b, c, d, e, f) {} }', errors: [{ messageId: 'tooMany' }] },
    { code: 'class A { constructor(private readonly a: X, b) {} }', options: [{ max: 1 }], errors: [{ messageId: 'tooMany' }] },
  ],
});

tester.run('no-process-env', tenon.rules['no-process-env'], {
  valid: [
    { code: 'readEnv(schema, process.env);', filename: at('apps/api/src/env.ts') },
    { code: 'export const all = { ...process.env };', filename: at('packages/tooling/src/cli/env.mjs') },
    { code: 'process.exitCode = 1; other.env;', filename: useCase },
  ],
  invalid: [
    'process.env.HOME;', "process['env'].HOME;", 'globalThis.process.env;', 'const { env } = process;', "import { env } from 'node:process';",
  ].map((code) => ({ code, filename: useCase, errors: [{ messageId: 'elsewhere' as const }] })),
});

tester.run('no-raw-prisma', tenon.rules['no-raw-prisma'], {
  valid: [
    { code: 'tx.sql(text); this.pool.query(text);', filename: repository },
    { code: 'this.devices.rename(tx, id); this.rename.execute(actor); map.query;', filename: useCase },
    { code: 'this.pool.query(text);', filename: at(CONNECTION_USERS[0]!) },
  ],
  invalid: [
    'tx.prisma.device.findMany();', 'tx.sql(text);', 'tx.execute(text);', "tx['sql'](text);", 'tenantTx.sql(text);', 'this.tx.prepared(name, text);', 'transaction.prisma;',
    'pool.query(text);', 'this.pool.query(text);', 'client.query(text);', 'this.ingestPool.query(text);',
  ].map((code) => ({ code, filename: useCase, errors: [{ messageId: 'elsewhere' as const }] })),
});

tester.run('resolver-declares-permission', tenon.rules['resolver-declares-permission'], {
  valid: [
    { code: "class A { @Query('a') @RequirePermission('device:read') a() {} }" },
    { code: "class A { @Query('a') @OpenToAll('why') a() {} }" },
    { code: "class A { @Query('a') @OpenToSignedIn('why') a() {} }" },
    { code: "@OpenToAll('why') class A { @Post('a') a() {} }" },
    { code: "class A { @ResolveField('a') a() {} b() {} }" },
  ],
  invalid: [
    "class A { @Query('a') a() {} }", "class A { @Mutation('a') @Other() a() {} }", "class A { @Subscription('a', {}) a() {} }", "@Controller('x') class A { @Post('a') a() {} }",
  ].map((code) => ({ code, errors: [{ messageId: 'undeclared' as const }] })),
});

tester.run('system-db-allow-list', tenon.rules['system-db-allow-list'], {
  valid: [
    { code: "import { SystemDb } from '@tenon/db';", filename: at(ALLOWED.at(-1)!) },
    { code: "import { TenantDb, type SystemTx } from '@tenon/db';", filename: useCase },
  ],
  invalid: [
    "import { SystemDb } from '@tenon/db';", "import type { SystemDb } from '@tenon/db';", "import { SystemDb as Db } from '@tenon/db';", "import * as db from '@tenon/db';", "export { SystemDb } from '@tenon/db';", "await import('@tenon/db');",
  ].map((code) => ({ code, filename: useCase, errors: [{ messageId: 'notListed' as const }] })),
});

describe('the lists of exceptions', () => {
  it('name files that are there and still need it', () => {
    const needless = (files: readonly string[], word: RegExp) => files.filter((file) => !existsSync(at(file)) || !word.test(readFileSync(at(file), 'utf8')));
    expect(needless(ALLOWED, /\bSystemDb\b/)).toEqual([]);
    expect(needless(CONNECTION_USERS, /\.query\b/)).toEqual([]);
  });
});
