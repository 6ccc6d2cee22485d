import type { BulkActionInput } from '../../generated/documents';
import type { Meant } from './meant';

/** What a question about many machines is given, and how it is answered. */
export interface AskProps {
  readonly meant: Meant;
  readonly change: { readonly isPending: boolean; readonly error: unknown };
  send(target: Pick<BulkActionInput, 'placeId' | 'tag' | 'typeId'>): void;
  onClose(): void;
}
