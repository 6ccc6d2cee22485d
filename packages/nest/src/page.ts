import { invalid, isUuid } from '@tenon/kernel';

const LARGEST_PAGE = 100;

/** A page asked for: how many, and after which key. */
export interface PageRequest {
  readonly limit: number;
  /** Parts of the last row's key, as {@link encodeCursor} was given them. */
  readonly after: readonly string[] | undefined;
}

/** A page given: rows, and where the next begins. */
export interface Page<Row> {
  readonly nodes: Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What a part of a cursor can be: an instant (ISO 8601 in UTC, with milliseconds), a lower-case uuid, a whole number, any text. */
export type CursorPart = 'instant' | 'uuid' | 'integer' | 'text';

// Held to what the database can read: a cursor comes from outside, whoever made it.
const IS_PART: Readonly<Record<CursorPart, (text: string) => boolean>> = {
  instant: (text) => /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text)),
  uuid: isUuid,
  integer: (text) => /^\d{1,18}$/.test(text),
  text: (text) => !text.includes('\0'),
};

/** An opaque cursor from the parts of a row's key. */
export function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function isKey(decoded: unknown, forms: readonly CursorPart[]): decoded is string[] {
  if (!Array.isArray(decoded) || decoded.length !== forms.length) return false;
  return forms.every((form, index) => typeof decoded[index] === 'string' && IS_PART[form](decoded[index]));
}

/** The parts of a key that {@link encodeCursor} was given. @throws AppError (invalid) PAGE.CURSOR */
export function decodeCursor(cursor: string, forms: readonly CursorPart[]): string[] {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (isKey(decoded, forms)) return decoded;
  } catch {
    // Falls through: whatever it was, it was not ours.
  }
  throw invalid('PAGE.CURSOR', 'This is not a cursor of this list.');
}

/**
 * Reads `first` and `after` of a list.
 * @param keyParts what the parts of this list's cursor are
 * @throws AppError (invalid) PAGE.SIZE when `first` is not 1 to 100; PAGE.CURSOR when `after` is not ours
 */
export function pageRequest(args: { first?: number | null | undefined; after?: string | null | undefined }, keyParts: readonly CursorPart[]): PageRequest {
  const limit = args.first ?? 20;
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) throw invalid('PAGE.SIZE', `A page has 1 to ${LARGEST_PAGE} entries.`, { first: limit });
  return { limit, after: args.after ? decodeCursor(args.after, keyParts) : undefined };
}

/** What is searched for. A text of the database has no NUL, so none is looked for. */
export function searchText(text: string | null | undefined): string {
  return text?.replaceAll('\0', '').trim() ?? '';
}

/** Makes a page of rows of which one more than `limit` was asked for. */
export function toPage<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => readonly string[]): Page<Row> {
  const nodes = rows.slice(0, limit);
  const last = nodes.at(-1);
  return { nodes, pageInfo: { hasNextPage: rows.length > limit, endCursor: last ? encodeCursor(keyOf(last)) : null } };
}
