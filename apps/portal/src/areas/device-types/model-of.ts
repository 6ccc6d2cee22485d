import type { TypeModel } from '@tenon/domain/device-types';
import type { WholeTypeFragment } from '../../generated/documents';

/** A model as the api gives it: JSON that was checked before it was kept, so that it is taken at its word. */
export function modelOf(json: unknown): TypeModel {
  return json as TypeModel;
}

/** What is worked at: the draft, or what is in force. */
export function workingModel({ draft, published }: WholeTypeFragment): TypeModel {
  return modelOf(draft?.model ?? published?.model);
}
