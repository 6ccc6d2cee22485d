import type { TagsQuery } from '../../generated/documents';

export type Tag = TagsQuery['tags'][number];

/** What a dialog about one tag gets. */
export interface TagDialogProps {
  readonly tag: Tag;
  /** All there are, by name. */
  readonly tags: readonly Tag[];
  onClose(): void;
}
