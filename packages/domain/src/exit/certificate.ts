import { addMonths } from './add-months.js';
import { KEPT_TABLES } from './erase-plan.js';

/** What was done when a company was erased. */
export interface Erasure {
  readonly company: { readonly id: string; readonly name: string };
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** Rows that were erased, by table. */
  readonly erased: Readonly<Record<string, number>>;
  /** Rows that stay, by table. */
  readonly kept: Readonly<Record<string, number>>;
  /** When the last backup that holds copies is gone; null where the platform does not look after backups itself. */
  readonly backupsUntil: Date | null;
  readonly keyId: string;
}

/** The certificate of an erasure, as the text that is signed. */
export function certificateText({ company, startedAt, finishedAt, erased, kept, backupsUntil, keyId }: Erasure): string {
  const stays = KEPT_TABLES.filter(({ table }) => (kept[table] ?? 0) > 0).map(({ table, because, months }) => ({
    table,
    rows: kept[table],
    because,
    until: months === null ? null : addMonths(finishedAt, months).toISOString().slice(0, 10),
  }));
  const certificate = {
    form: 'tenon-erasure/1',
    company,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    erased: Object.fromEntries(Object.entries(erased).sort(([a], [b]) => (a < b ? -1 : 1))),
    kept: stays,
    backupsUntil: backupsUntil?.toISOString() ?? null,
    keyId,
  };
  return `${JSON.stringify(certificate, null, 1)}\n`;
}

const HOUR_MS = 3_600_000;

/**
 * When the last backup that can hold something of before an instant is gone: as many as are kept, and the one that may have begun
 * just then.
 * @returns null where none are taken by the platform
 */
export function backupsUntil(erasedAt: Date, { everyHours, keep }: { readonly everyHours: number; readonly keep: number }): Date | null {
  return everyHours > 0 ? new Date(erasedAt.getTime() + (keep + 1) * everyHours * HOUR_MS) : null;
}
