/** One entry of a trail as text: as the database gives it, as an export has it. */
export interface AuditEntry {
  readonly tenantId: string;
  /** From 1, without gaps within a company. */
  readonly seq: number;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
  readonly action: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actor: string;
  readonly via: string | null;
  readonly viaId: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly subjectId: string | null;
  /** JSON, letter by letter as the database writes it. */
  readonly details: string;
  /** Of the entry before, hexadecimal. */
  readonly prevHash: string;
  /** Of this one, hexadecimal. */
  readonly hash: string;
}

/** Names the form, so that another one can follow it. */
const FORM = 'tenon-audit/1';

/** How many bytes a text has in UTF-8. It has no lone surrogates: PostgreSQL keeps none. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const point = sign.codePointAt(0)!;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/**
 * The text whose SHA-256 is the entry's hash: each field as its length in bytes of UTF-8, a colon and its text, or a dash
 * where it is null, with commas between. With the lengths no two entries have one form. The migration `audit_chain` writes
 * the same in SQL, and a test holds the two together.
 */
export function auditForm(entry: Omit<AuditEntry, 'hash'>): string {
  const { prevHash, tenantId, seq, at, action, actorKind, actorId, actor, via, viaId, address, userAgent, subjectId, details } = entry;
  const fields = [FORM, prevHash, tenantId, String(seq), at, action, actorKind, actorId, actor, via, viaId, address, userAgent, subjectId, details];
  return fields.map((field) => (field === null ? '-' : `${bytesOf(field)}:${field}`)).join(',');
}
