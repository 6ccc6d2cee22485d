import { invalid } from '@tenon/kernel';

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

/** An opaque cursor from the parts of a row's key. */
export function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function decodeCursor(cursor: string, parts: number): string[] {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(decoded) && decoded.length === parts && decoded.every((part) => typeof part === 'string')) return decoded;
  } catch {
    // Falls through: whatever it was, it was not ours.
  }
  throw invalid('PAGE.CURSOR', 'This is not a cursor of this list.');
}

/**
 * Reads `first` and `after` of a list.
 * @param keyParts how many parts this list's cursor has
 * @throws AppError (invalid) PAGE.SIZE when `first` is not 1 to 100; PAGE.CURSOR when `after` is not ours
 */
export function pageRequest(args: { first?: number | null | undefined; after?: string | null | undefined }, keyParts: number): PageRequest {
  const limit = args.first ?? 20;
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) throw invalid('PAGE.SIZE', `A page has 1 to ${LARGEST_PAGE} entries.`, { first: limit });
  return { limit, after: args.after ? decodeCursor(args.after, keyParts) : undefined };
}

/** Makes a page of rows of which one more than `limit` was asked for. */
export function toPage<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => readonly string[]): Page<Row> {
  const nodes = rows.slice(0, limit);
  const last = nodes.at(-1);
  return { nodes, pageInfo: { hasNextPage: rows.length > limit, endCursor: last ? encodeCursor(keyOf(last)) : null } };
}
