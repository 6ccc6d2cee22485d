/** What may be done to many machines at once. */
export const BULK_KINDS = ['place', 'tag', 'untag', 'type', 'retire', 'delete'] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** What it is about, with its name as it was then: a place, tag or type; null: none of them. */
export interface BulkParameters {
  readonly id?: string | null;
  readonly name?: string | null;
}

/** What one must be allowed to do each. */
export const PERMISSION_FOR: Readonly<Record<BulkKind, string>> = {
  place: 'device:update',
  tag: 'device:update',
  untag: 'device:update',
  type: 'device-type:manage',
  retire: 'device:retire',
  delete: 'device:delete',
};
