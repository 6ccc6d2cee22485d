import { subjectKindOf } from '@tenon/contracts/audit';
import { exportLine, type AuditEntry } from '@tenon/domain/audit';

/** A form in which a trail is handed out. */
export interface TrailText {
  readonly contentType: string;
  readonly head: string;
  line(entry: AuditEntry): string;
}

const COLUMNS = ['seq', 'at', 'action', 'actorKind', 'actor', 'via', 'address', 'userAgent', 'subjectKind', 'subjectId', 'details', 'hash'] as const;

/** Quoted where it must be (RFC 4180), and disarmed where a spreadsheet would take it for a formula. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Both forms: JSON Lines to check and to keep, CSV (with the mark by which spreadsheets know UTF-8) to read. */
export const TRAIL_TEXTS = {
  jsonl: { contentType: 'application/x-ndjson; charset=utf-8', head: '', line: (entry) => `${exportLine(entry)}\n` },
  csv: {
    contentType: 'text/csv; charset=utf-8',
    head: `\uFEFF${COLUMNS.join(',')}\r\n`,
    line: (entry) => `${COLUMNS.map((column) => cell(column === 'subjectKind' ? subjectKindOf(entry.action) : entry[column])).join(',')}\r\n`,
  },
} as const satisfies Readonly<Record<string, TrailText>>;

export type TrailFormat = keyof typeof TRAIL_TEXTS;
