import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BackupCopy } from './base-backup.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenon-base-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What stands for the connection: whether it is read. */
class Reading {
  isPaused = false;
  pause(): void {
    this.isPaused = true;
  }
  resume(): void {
    this.isPaused = false;
  }
}

const MEGABYTE = Buffer.alloc(1 << 20, 'x');

describe('what the server copies', () => {
  it('goes to its files, and is read on although a file ended before it was drained', async () => {
    const stream = new Reading();
    const told: [number, number][] = [];
    const copy = new BackupCopy(folder, (bytes, ofBytes) => told.push([bytes, ofBytes]));
    const take = (kind: string, rest: Buffer | string = ''): void => copy.handleCopyData({ chunk: Buffer.concat([Buffer.from(kind), Buffer.from(rest)]) }, { stream } as never);
    copy.handleRowDescription({ fields: [{ name: 'recptr' }, { name: 'tli' }] });
    copy.handleDataRow({ fields: ['0/2000028', '1'] });
    copy.handleRowDescription({ fields: [{ name: 'spcoid' }, { name: 'spclocation' }, { name: 'size' }] });
    copy.handleDataRow({ fields: [null, null, '2048'] });
    take('n', 'base.tar.gz\0\0');
    take('d', MEGABYTE);
    take('d', MEGABYTE);
    expect(stream.isPaused).toBe(true);
    // However often it is full: Node.js warns of more than ten who wait for one thing.
    expect(copy.file?.listenerCount('close')).toBeLessThan(4);
    const progress = Buffer.alloc(8);
    progress.writeBigInt64BE(2_097_152n);
    take('p', progress);
    take('m');
    take('d', '{}');
    copy.handleRowDescription({ fields: [{ name: 'recptr' }, { name: 'tli' }] });
    copy.handleDataRow({ fields: ['0/2000120', '1'] });
    copy.handleCommandComplete();
    copy.handleReadyForQuery();
    await copy.done;
    expect(stream.isPaused).toBe(false);
    expect(readFileSync(path.join(folder, 'base.tar.gz'))).toHaveLength(2 * MEGABYTE.length);
    expect(readFileSync(path.join(folder, 'backup_manifest'), 'utf8')).toBe('{}');
    expect({ files: copy.files, positions: copy.positions, told }).toEqual({ files: ['base.tar.gz', 'backup_manifest'], positions: ['0/2000028', '0/2000120'], told: [[2_097_152, 2_097_152]] });
  });

  it('fails with what the server says', async () => {
    const copy = new BackupCopy(folder, () => undefined);
    copy.handleError(new Error('no'));
    await expect(copy.done).rejects.toThrow('no');
  });
});
