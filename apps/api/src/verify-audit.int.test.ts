import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportLine } from '@tenon/domain/audit';
import { testDatabase, trailOf, type TestDatabase } from '@tenon/testing';
import { addBystander, guardBystander, type Bystander } from '@tenon/testing/bystander';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { verifyAudit } from './audit/verify-audit.js';
import { tryCommand, type CommandOutcome } from './testing/try-command.js';

const SCRIPT = fileURLToPath(new URL('../dist/verify-audit.js', import.meta.url));
let database: TestDatabase;
let companies: readonly Bystander[];

beforeAll(async () => {
  database = await testDatabase();
  companies = [await addBystander(database), await addBystander(database)];
});
guardBystander({ database: () => database });
afterAll(() => database.close());

const verify = (...args: string[]): Promise<CommandOutcome> => tryCommand(verifyAudit, { databaseUrl: database.databaseUrl, args });

/** Runs the command as a container would: with the address of the database and nothing else. */
async function verifyAsProcess(...args: string[]): Promise<CommandOutcome> {
  const child = spawn(process.execPath, [SCRIPT, ...args], { env: { DATABASE_URL: database.databaseUrl }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode, said: said + complaint };
}

function verifyLines(lines: readonly string[]): Promise<CommandOutcome> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'tenon-audit-')), 'audit.jsonl');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return verify('--file', file);
}

describe('npm run verify-audit', () => {
  it('says of every trail that it holds, and where it ends', async () => {
    const { code, said } = await verify();
    const heads = await database.sql<{ hash: string }>(`SELECT encode(hash, 'hex') AS hash FROM audit_head`);
    expect([code, said]).toEqual([0, expect.stringContaining('All 3 audit trails hold: 3 entries.')]);
    expect(heads.filter(({ hash }) => !said.includes(`ends at 1 with ${hash}`))).toEqual([]);
  });

  it('names the entry that is not what was written, and ends with 1; another company’s trail holds', async () => {
    const [touched, other] = companies;
    await database.sql(`DO $$ BEGIN SET LOCAL session_replication_role = replica; UPDATE audit_entry SET actor = 'somebody else' WHERE tenant_id = '${touched!.tenantId}'; END $$`);
    expect(await verifyAsProcess()).toEqual({ code: 1, said: expect.stringMatching(/entry 1 is not what was written[^]*1 of 3 audit trails is not what was written/) });
    expect(await verify('--company', other!.tenantId)).toEqual({ code: 0, said: expect.stringContaining('The audit trail holds: 1 entry.') });
  });

  it('checks an exported trail by itself, with entries left out too', async () => {
    for (let n = 0; n < 4; n += 1) await database.sql(`INSERT INTO audit_entry (tenant_id, action, actor_kind, actor, details) VALUES ($1, 'device.created', 'user', '王工', $2)`, [companies[1]!.tenantId, { n: n / 3, text: '","details":{' }]);
    const lines = (await trailOf(database, companies[1]!.tenantId)).map(exportLine);
    expect(await verifyLines(lines)).toEqual({ code: 0, said: expect.stringContaining('✓ 5 entries, each as it was written.\n    ends at 5 with ') });
    expect(await verifyLines(lines.filter((_, index) => index !== 2))).toEqual({ code: 0, said: expect.stringContaining('left out in 1 place,') });
    expect(await verifyLines(lines.map((line) => line.replace('"seq":3', '"seq":3.5')))).toEqual({ code: 1, said: expect.stringContaining('AUDIT.LINE') });
    expect(await verifyLines(lines.map((line, index) => (index === 2 ? line.replace('王工', '李工') : line)))).toEqual({ code: 1, said: expect.stringContaining('entry 3 is not what was written') });
  });

  it.each([['--company', 'A'], ['--all'], ['--company', '00000000-0000-4000-8000-000000000000', '--file', 'x']])('refuses %s in words', async (...args) => {
    expect(await verify(...args)).toEqual({ code: 1, said: expect.stringContaining('AUDIT.ARGUMENTS') });
  });

  it('is a process that says so where complaints are read', async () => {
    expect(await verifyAsProcess('--all')).toEqual({ code: 1, said: expect.stringContaining('(AUDIT.ARGUMENTS)\n') });
  });
});
