import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { REPOSITORY } from '../cli/repository.mjs';
import { lintCases, type LintCase } from './lint-cases.js';
import { CONNECTION_USERS } from './no-raw-prisma.mjs';
import { ALLOWED } from './system-db-allow-list.mjs';

const [useCase, repository] = ['packages/modules/devices/src/application/rename-device.ts', 'packages/modules/devices/src/persistence/device.repository.ts'];

type Case = Omit<LintCase, 'rule'>;
interface Cases {
  readonly valid: readonly Case[];
  readonly invalid: readonly Case[];
}

const all = (file: string, ...codes: readonly string[]): Case[] => codes.map((code) => ({ code, file }));
const anywhere = (...codes: readonly string[]): Case[] => all('case.ts', ...codes);

const RULES: Readonly<Record<string, Cases>> = {
  'constructor-dependencies': {
    valid: [...anywhere('class A { constructor(a, b, c, d, e) {} }'), { code: 'class A { constructor(a, b) {} }', options: { max: 2 } }],
    invalid: [...anywhere('class A { constructor(a, b, c, d, e, f) {} }'), { code: 'class A { constructor(private readonly a: X, b) {} }', options: { max: 1 } }],
  },
  'no-clock-or-chance': {
    valid: anywhere('new Date(atMs);', 'clock.now();', 'Math.round(x);', 'dice.random();'),
    invalid: anywhere('Date.now();', 'new Date();', 'Date();', 'Math.random();'),
  },
  'no-enum': {
    valid: anywhere("type A = 'a' | 'b';"),
    invalid: anywhere('enum A { B }', 'const enum A { B }', 'export enum A { B }'),
  },
  'no-process-env': {
    valid: [
      ...all('apps/api/src/env.ts', 'readEnv(schema, process.env);'),
      ...all('packages/tooling/src/cli/env.mjs', 'export const all = { ...process.env };'),
      ...all(useCase, 'process.exitCode = 1; other.env;'),
    ],
    invalid: all(useCase, 'process.env.HOME;', "process['env'].HOME;", 'globalThis.process.env;', 'const { env } = process;', "import { env } from 'node:process';"),
  },
  'no-raw-prisma': {
    valid: [
      ...all(repository, 'tx.sql(text); this.pool.query(text);'),
      ...all(useCase, 'this.devices.rename(tx, id); this.rename.execute(actor); map.query;'),
      ...all(CONNECTION_USERS[0]!, 'this.pool.query(text);'),
    ],
    invalid: all(
      useCase,
      'tx.prisma.device.findMany();', 'tx.sql(text);', 'tx.execute(text);', "tx['sql'](text);", 'tenantTx.sql(text);', 'this.tx.prepared(name, text);', 'transaction.prisma;',
      'pool.query(text);', 'this.pool.query(text);', 'client.query(text);', 'this.ingestPool.query(text);',
    ),
  },
  'resolver-declares-permission': {
    valid: anywhere(
      "class A { @Query('a') @RequirePermission('device:read') a() {} }",
      "class A { @Query('a') @OpenToAll('why') a() {} }",
      "class A { @Query('a') @OpenToSignedIn('why') a() {} }",
      "@OpenToAll('why') class A { @Post('a') a() {} }",
      "class A { @ResolveField('a') a() {} b() {} }",
    ),
    invalid: anywhere("class A { @Query('a') a() {} }", "class A { @Mutation('a') @Other() a() {} }", "class A { @Subscription('a', {}) a() {} }", "@Controller('x') class A { @Post('a') a() {} }"),
  },
  'system-db-allow-list': {
    valid: [...all(ALLOWED.at(-1)!, "import { SystemDb } from '@tenon/db';"), ...all(useCase, "import { TenantDb, type SystemTx } from '@tenon/db';")],
    invalid: all(
      useCase,
      "import { SystemDb } from '@tenon/db';", "import type { SystemDb } from '@tenon/db';", "import { SystemDb as Db } from '@tenon/db';", "import * as db from '@tenon/db';", "export { SystemDb } from '@tenon/db';", "await import('@tenon/db');",
    ),
  },
};

const CASES = Object.entries(RULES).flatMap(([rule, { valid, invalid }]) => [...valid.map((each) => ({ ...each, rule, faults: 0 })), ...invalid.map((each) => ({ ...each, rule, faults: 1 }))]);
const said = lintCases(CASES);

describe.each(Object.keys(RULES))('%s', (rule) => {
  it.each(CASES.map((each, at) => ({ ...each, at })).filter((each) => each.rule === rule))('$code has $faults faults', ({ at, faults }) => {
    expect(said[at]).toEqual(Array.from({ length: faults }, () => expect.stringMatching(`^tenon\\(${rule}\\): `)));
  });
});

describe('the lists of exceptions', () => {
  it('name files that are there and still need it', () => {
    const needless = (files: readonly string[], word: RegExp) => files.filter((file) => !existsSync(path.join(REPOSITORY, file)) || !word.test(readFileSync(path.join(REPOSITORY, file), 'utf8')));
    expect(needless(ALLOWED, /\bSystemDb\b/)).toEqual([]);
    expect(needless(CONNECTION_USERS, /\.query\b/)).toEqual([]);
  });
});
