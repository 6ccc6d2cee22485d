import { invalid } from '@tenon/kernel';
import type { AuditEntry } from './audit-form.js';

const DETAILS = ',"details":';
const TEXTS = ['tenantId', 'at', 'action', 'actorKind', 'actor', 'prevHash', 'hash'] as const;

/**
 * An entry as one line of JSON, with all that its hash is made of. `details` stands last, letter by letter as it was hashed: a
 * JSON parser may write a number otherwise.
 */
export function exportLine({ details, ...entry }: AuditEntry): string {
  return `${JSON.stringify(entry).slice(0, -1)}${DETAILS}${details}}`;
}

/** Reads a line of {@link exportLine}. @throws AppError (invalid) AUDIT.LINE if it is none */
export function readExportLine(line: string): AuditEntry {
  try {
    // Within a text every quote has a backslash before it, so the first is where the details begin.
    const at = line.indexOf(DETAILS);
    const { details: _parsed, ...entry } = JSON.parse(line) as Record<string, unknown>;
    if (at > 0 && Number.isInteger(entry['seq']) && TEXTS.every((name) => typeof entry[name] === 'string')) {
      return { ...(entry as unknown as AuditEntry), details: line.slice(at + DETAILS.length, line.lastIndexOf('}')) };
    }
  } catch {
    // Falls through: it is no JSON.
  }
  throw invalid('AUDIT.LINE', 'This is not a line of an exported audit trail.');
}
