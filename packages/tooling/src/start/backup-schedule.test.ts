import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nextBackupAt } from './backup-schedule.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenon-schedule-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HOUR_MS = 3_600_000;
const [madeAt, home] = [Date.UTC(2026, 10, 1), 'backups'];

function wanted(): { home: string; dataDir: string; everyHours: number } {
  writeFileSync(path.join(folder, 'secret'), '');
  utimesSync(path.join(folder, 'secret'), madeAt / 1_000, madeAt / 1_000);
  return { home: path.join(folder, home), dataDir: folder, everyHours: 24 };
}

function put(name: string, takenAt: string): void {
  mkdirSync(path.join(folder, home, name), { recursive: true });
  writeFileSync(path.join(folder, home, name, 'backup.json'), JSON.stringify({ format: 1, takenAt }));
}

describe('the next backup is due', () => {
  it('a day after the data folder was made, so that who only looks has none', () => expect(nextBackupAt(wanted())).toBe(madeAt + 24 * HOUR_MS));

  it('a day after the newest, however often the platform was started since', () => {
    const schedule = wanted();
    put('tenon-20261103T000000Z', '2026-11-03T00:00:00.000Z');
    put('tenon-20261105T060000Z', '2026-11-05T06:00:00.000Z');
    put('tenon-20261106T060000Z.partial', '2026-11-06T06:00:00.000Z');
    expect(new Date(nextBackupAt(schedule)).toISOString()).toBe('2026-11-06T06:00:00.000Z');
  });
});
