import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { writeExport } from '@tenon/contracts/jobs';
import { systemActor } from '@tenon/domain/identity';
import { guardBystander } from '@tenon/testing/bystander';
import { ChangeSigningKey } from './application/change-signing-key.js';
import type { Signer } from './application/signing-keys.js';
import { WriteExportHandler } from './jobs/write-export.handler.js';
import type { PlannedFile, WrittenFile } from './persistence/export-file.repository.js';
import type { ExportRow } from './persistence/export.repository.js';
import { SigningKeyRepository } from './persistence/signing-key.repository.js';
import { exportWorld, exportWriter, testVault, type ExportWorld } from './testing/export-world.js';
import { verifyBundle } from './verify/verify-bundle.js';

/** Where a worker waits until it is let on. */
class Gate extends EventEmitter {
  readonly reached = once(this, 'reached');
  private readonly opened = once(this, 'opened');

  async pass(): Promise<void> {
    this.emit('reached');
    await this.opened;
  }

  open(): void {
    this.emit('opened');
  }
}

const forever = new AbortController().signal;
let world: ExportWorld;
let id: string;

beforeAll(async () => {
  world = await exportWorld();
  await world.writer.write(await world.a.machine('冲床'), [{ atMs: Date.parse('2026-03-01T00:00:00Z'), values: { kwh: 1.5 } }]);
});
guardBystander({ database: () => world.database });
afterAll(() => world.close());
beforeEach(async () => {
  ({ id } = await world.request.execute(world.a.actor));
});

interface Waiting {
  readonly gate: Gate;
  readonly done: Promise<void>;
}

/** A worker's run of the job that waits before it signs, when all its files are written. */
async function waitingToSign(attempt = 1): Promise<Waiting> {
  const gate = new Gate();
  const signer = async (): Promise<Signer> => {
    await gate.pass();
    return world.keys.signer();
  };
  const handler = new WriteExportHandler(exportWriter(world, { signer }), world.progress, world.folder);
  const done = handler.handle({ payload: { exportId: id }, actor: systemActor(world.a.actor.tenantId), attempt, signal: forever, log: world.log });
  done.catch(() => undefined);
  await gate.reached;
  return { gate, done };
}

/** Resolves when so many wait for a lock. */
async function lockedOut(sessions: number): Promise<void> {
  for (let count = 0; count < sessions; ) {
    [{ count }] = (await world.database.sql<{ count: number }>(`SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)) as [{ count: number }];
  }
}

const row = async (): Promise<ExportRow> => (await world.read.execute(world.a.actor))[0]!;

/** Whether the file that is handed out is the one that was noted, whole, and signed with the key that was noted; and nothing else is left. */
async function expectWhole(): Promise<void> {
  const file = world.folder.bundle(world.a.actor.tenantId, id);
  const bytes = readFileSync(file);
  const { state, sha256, keyId, filesDone, filesTotal } = await row();
  expect([state, sha256, filesDone]).toEqual(['ready', createHash('sha256').update(bytes).digest('hex'), filesTotal]);
  const finding = await verifyBundle(file);
  expect([finding.keyId, finding.isSigned, finding.faults]).toEqual([keyId, true, []]);
  expect(readdirSync(path.dirname(file)).filter((name) => name.startsWith(id))).toEqual([path.basename(file)]);
  const told = await world.database.sql(`SELECT 1 FROM audit_entry WHERE action = 'tenant.exported' AND details->>'exportId' = $1`, [id]);
  expect(told).toHaveLength(1);
}

it('bound by two workers while the signing key changes is the file of the one that ended it', async () => {
  const [first, second] = [await waitingToSign(), await waitingToSign()];
  const ending = new Gate();
  const held = world.db.tenant.transaction(world.a.actor, async (tx) => {
    await world.exports.findUnderWayForUpdate(tx, id);
    await ending.pass();
  });
  await ending.reached;
  const { keyId: before } = await world.keys.signer();
  first.gate.open();
  await lockedOut(1);
  const after = await new ChangeSigningKey(world.db.system, new SigningKeyRepository(), testVault).renew();
  second.gate.open();
  await lockedOut(2);
  ending.open();
  await Promise.all([held, first.done, second.done]);
  await expectWhole();
  expect([[before, after].includes((await row()).keyId ?? ''), before === after]).toEqual([true, false]);
});

it('that one worker ended stays as it is, though the last try of another fails by it', async () => {
  const late = await waitingToSign(writeExport.attempts);
  await world.write.execute(world.a.actor, id, forever);
  late.gate.open();
  await expect(late.done).rejects.toThrow();
  await expectWhole();
});

it('is never told to be less far than it was, by a worker that comes late', async () => {
  const files = (digit: string): WrittenFile[] => [{ path: 'README.md', bytes: 1, sha256: digit.repeat(64), records: 1 }];
  const paper: PlannedFile = { path: 'invoices/1.en.pdf', kind: 'papers', seriesId: null, paper: { kind: 'invoice', id, language: 'en', asOf: '2026-03-01T00:00:00Z' } };
  const run = (await world.progress.begin(world.a.actor, id))!;
  await world.progress.noteRecords(world.a.actor, run, files('a'), [paper]);
  await world.progress.noteWritten(world.a.actor, id, [{ ...files('b')[0]!, path: paper.path }]);
  const told = await row();
  const stands = await world.progress.noteRecords(world.a.actor, run, files('c'), [paper]);
  expect(stands.map(({ sha256 }) => sha256?.slice(0, 1)).toSorted()).toEqual(['a', 'b']);
  expect(await row()).toEqual(told);
  // Its parts were never there, so whoever goes on writes them.
  await world.write.execute(world.a.actor, id, forever);
  const ended = await row();
  for (const note of [world.progress.noteWritten(world.a.actor, id, files('d')), world.progress.noteRecords(world.a.actor, run, files('d'), [])]) await expect(note).rejects.toMatchObject({ code: 'EXPORT.OVER' });
  expect(await row()).toEqual(ended);
  expect(await world.database.sql('SELECT 1 FROM company_export_file WHERE export_id = $1', [id])).toEqual([]);
  await expectWhole();
});
