import { bug } from '@tenon/kernel';
import { addMonths } from './add-months.js';
import { KEPT_TABLES, type KeptTable } from './erase-plan.js';

/** The form of the certificates that are written now. */
const FORM = 'tenon-erasure/1';

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
    form: FORM,
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

/** A certificate as it is read: instants in ISO 8601, UTC; days as `YYYY-MM-DD`. */
export interface Certificate {
  readonly company: { readonly id: string; readonly name: string };
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly erased: Readonly<Record<string, number>>;
  readonly kept: readonly { readonly table: string; readonly rows: number; readonly because: KeptTable['because']; readonly until: string | null }[];
  readonly backupsUntil: string | null;
  readonly keyId: string;
}

/** Reads what {@link certificateText} wrote; the database keeps it from changes. @throws AppError (bug) where it is of no form that is known */
export function readCertificate(text: string): Certificate {
  const read = JSON.parse(text) as Certificate & { readonly form: string };
  if (read.form !== FORM) throw bug('ERASURE.FORM', `The certificate is none of the form ${FORM}.`);
  return read;
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
