import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { EXPORTED_TABLES, MANIFEST_PATH, PAPERS_FOLDER } from '@tenon/domain/exit';
import { guardBystander } from '@tenon/testing/bystander';
import { PrintPaper } from '../../billing/src/application/print-paper.js';
import { readBundle } from './testing/bundle-content.js';
import { exportWorld, type ExportWorld } from './testing/export-world.js';
import { verifyBundle } from './verify/verify-bundle.js';

const LOGO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEElEQVQI12PgqomCIwbiOABnQw4BPCkRfgAAAABJRU5ErkJggg==', 'base64');
const MONTHS = ['2026-09', '2026-10', '2026-11'];

let world: ExportWorld;
let bills: { id: string; number: string }[];
let note: { id: string; number: string };

/** Three invoices over 299.00, of the first of which 50.00 is credited. */
beforeAll(async () => {
  world = await exportWorld();
  const { database, a } = world;
  bills = await database.sql(
    `INSERT INTO invoice (tenant_id, id, occasion, issued_on, due_on, gross_minor, tax_minor, net_minor, buyer)
     SELECT $1, gen_random_uuid(), 'month:' || m, (m || '-01')::date, '2099-01-01', 29900, 1692, 28208, '{"name":"宝山冲压"}' FROM unnest($2::text[]) AS m ORDER BY m RETURNING id, number`,
    [a.actor.tenantId, MONTHS],
  );
  await database.sql(
    `INSERT INTO invoice_line (tenant_id, invoice_id, line_no, kind, plan, from_day, to_day, quantity, unit_price_minor, per, amount_minor, tax_minor)
     SELECT tenant_id, id, 1, 'fee', 'starter', '2026-11-01', '2026-12-01', 30, 29900, 30, 29900, 1692 FROM invoice WHERE tenant_id = $1`,
    [a.actor.tenantId],
  );
  await database.sql(`INSERT INTO company_logo (tenant_id, sha256, image, width, height) VALUES ($1, 'green', $2, 4, 4)`, [a.actor.tenantId, LOGO]);
  [note] = (await database.sql(
    `INSERT INTO credit_note (tenant_id, id, invoice_id, note_no, number, issued_on, reason, lines, gross_minor, tax_minor)
     VALUES ($1, gen_random_uuid(), $2, 1, $3, '2026-10-02', '停机', '[{"lineNo":1,"amountMinor":-5000,"taxMinor":-283}]', -5000, -283) RETURNING id, number`,
    [a.actor.tenantId, bills[0]!.id, `${bills[0]!.number}-R1`],
  )) as [typeof note];
});
guardBystander({ database: () => world.database });
afterAll(() => world.close());

const pathOf = (number: string, language: string): string => `${PAPERS_FOLDER}/${number}.${language}.pdf`;
const sha256 = (content: Buffer | undefined): string => createHash('sha256').update(content ?? '').digest('hex');

const KILLED = 'killed';

/** Whether it ended where it was told to. @throws whatever else ended it, which would end it for ever */
function isKilled(error: unknown): true {
  if (error instanceof Error && error.message === KILLED) return true;
  throw error;
}

/** As a process that ends at the n-th place where it may. */
const brokenAt = (n: number): AbortSignal => {
  let left = n;
  const throwIfAborted = (): void => {
    if ((left -= 1) < 0) throw new Error(KILLED);
  };
  return { throwIfAborted } as AbortSignal;
};

/** The digest of each paper as its page gives it, by its path in a bundle. */
async function digestsOnPage(): Promise<ReadonlyMap<string, string>> {
  const print = new PrintPaper(world.db.tenant, world.papers);
  const papers = [...bills.map((bill) => ({ kind: 'invoice', ...bill }) as const), { kind: 'credit-note', ...note } as const];
  const digests = new Map<string, string>();
  for (const { kind, id, number } of papers) {
    for (const language of ['zh-CN', 'en'] as const) digests.set(pathOf(number, language), sha256((await print.execute(world.a.actor, { kind, id }, language)).file));
  }
  return digests;
}

it('has each invoice and credit note in both languages, as the records say and as the page gives it, however often it is broken off', async () => {
  const { a, database, request, write, read, folder, progress } = world;
  const actor = a.actor;
  const asOnPage = await digestsOnPage();
  const { id } = await request.execute(actor);
  const parts = folder.parts(actor.tenantId, id);
  const kept = async (): Promise<{ path: string; sha256: string }[]> => (await progress.begin(actor, id))?.files.filter((file) => file.kind === 'papers' && file.sha256 !== null).map((file) => ({ path: file.path, sha256: String(file.sha256) })) ?? [];
  // Killed after the records and two papers; then after each two files more.
  await expect(write.execute(actor, id, brokenAt(EXPORTED_TABLES.length + 2))).rejects.toThrow(KILLED);
  const [row] = await read.execute(actor);
  expect([row?.filesDone, row?.filesTotal]).toEqual([EXPORTED_TABLES.length + 5, EXPORTED_TABLES.length + 12]);
  // Paid after the moment of the records: neither they nor the papers say so.
  await database.sql(`INSERT INTO payment (tenant_id, id, invoice_id, kind, amount_minor, paid_on, note, recorded_by) VALUES ($1, gen_random_uuid(), $2, 'payment', 29900, '2026-11-05', '', gen_random_uuid())`, [actor.tenantId, bills[2]!.id]);
  const written = (await kept()).map((file) => ({ ...file, inode: statSync(path.join(parts, file.sha256)).ino }));
  expect(written).toHaveLength(2);
  for (let more = true; more; ) {
    for (const file of written) expect(statSync(path.join(parts, file.sha256)).ino).toBe(file.inode);
    more = await write.execute(actor, id, brokenAt(2)).then(() => false, (error: unknown) => isKilled(error));
  }
  const file = folder.bundle(actor.tenantId, id);
  const finding = await verifyBundle(file);
  expect([finding.isSigned, finding.faults]).toEqual([true, []]);
  expect(Object.fromEntries(finding.manifest.files.filter((each) => each.path.startsWith(PAPERS_FOLDER)).map((each) => [each.path, each.sha256]))).toEqual(Object.fromEntries(asOnPage));
  const content = await readBundle(file);
  expect(JSON.parse(String(content.get('invoices/payments.json')))).toEqual([]);
  for (const [name, digest] of asOnPage) expect([name, sha256(content.get(name)), content.get(name)?.subarray(0, 5).toString()]).toEqual([name, digest, '%PDF-']);
  expect([content.get('company/logo.png'), content.get('company/logo.json')?.includes('green')]).toEqual([LOGO, true]);
  expect(String(content.get('README.md'))).toContain(`${PAPERS_FOLDER}/<number>.<language>.pdf`);
  expect(String(content.get(MANIFEST_PATH))).toContain(pathOf(note.number, 'en'));
});

it('says of what was paid meanwhile, where the records do; and nothing of another company’s', async () => {
  const before = await world.papers.write(await world.db.tenant.read(world.a.actor, (tx) => world.papers.read(tx, { kind: 'invoice', id: bills[1]!.id })), 'en');
  await world.database.sql(`INSERT INTO payment (tenant_id, id, invoice_id, kind, amount_minor, paid_on, note, recorded_by) VALUES ($1, gen_random_uuid(), $2, 'payment', 29900, '2026-11-05', '', gen_random_uuid())`, [world.a.actor.tenantId, bills[1]!.id]);
  const content = await readBundle((await world.take(world.a.actor)).file);
  expect(sha256(content.get(pathOf(bills[1]!.number, 'en')))).not.toBe(sha256(before));
  const others = await readBundle((await world.take(world.b.actor)).file);
  expect([...others.keys()].filter((each) => each.startsWith(PAPERS_FOLDER) || each === 'company/logo.png')).toEqual([]);
  for (const ref of [{ kind: 'invoice', id: bills[0]!.id }, { kind: 'credit-note', id: note.id }] as const) {
    await expect(world.db.tenant.read(world.b.actor, (tx) => world.papers.read(tx, ref))).rejects.toMatchObject({ code: 'INVOICE.NOT_FOUND' });
  }
});
