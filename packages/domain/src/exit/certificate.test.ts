import { expect, it } from '@jest/globals';
import { addMonths } from './add-months.js';
import { backupsUntil, certificateText } from './certificate.js';
import { ERASED_TABLES, ERASED_WITH_PEOPLE, KEPT_TABLES, TELEMETRY_TABLES } from './erase-plan.js';
import { EXPORTED_TABLES, WITHHELD_TABLES } from './records.js';

const AT = new Date('2026-12-31T10:00:00Z');

it('every table that goes out or is withheld is erased or kept, and none is both', () => {
  const planned = [...ERASED_TABLES, ...TELEMETRY_TABLES, ...ERASED_WITH_PEOPLE, ...KEPT_TABLES.map(({ table }) => table)];
  expect(planned.toSorted()).toEqual([...EXPORTED_TABLES.map(({ table }) => table), ...Object.keys(WITHHELD_TABLES)].toSorted());
});

it('a certificate says what was erased, what stays until when and why, and until when backups hold copies', () => {
  const erasure = { company: { id: 'c', name: '厂' }, startedAt: AT, finishedAt: AT, erased: { series: 2, device: 1 }, kept: { invoice: 3, audit_entry: 4, payment: 0 }, backupsUntil: backupsUntil(AT, { everyHours: 24, keep: 7 }), keyId: 'k' };
  const said = JSON.parse(certificateText(erasure)) as { kept: { table: string; rows: number; until: string }[] };
  expect(said).toMatchObject({ form: 'tenon-erasure/1', erased: { device: 1, series: 2 }, backupsUntil: '2027-01-08T10:00:00.000Z' });
  expect(said.kept.map(({ table, rows, until }) => [table, rows, until])).toEqual([['invoice', 3, '2056-12-31'], ['audit_entry', 4, '2027-06-30']]);
});

it('backups that the platform does not take are nothing it can speak of', () => {
  expect(backupsUntil(AT, { everyHours: 0, keep: 7 })).toBeNull();
});

it.each([['2024-02-29', 12, '2025-02-28'], ['2026-08-31', 6, '2027-02-28'], ['2026-01-15', 1, '2026-02-15']])('%s and %d months are %s', (from, months, to) => {
  expect(addMonths(new Date(from), months).toISOString().slice(0, 10)).toBe(to);
});
