'use client';

import type { TypeModel } from '@tenon/domain/device-types';
import { useQueryClient } from '@tanstack/react-query';
import { answerKey } from '../../api/document';
import { useChange } from '../../api/use-change';
import { codeOf } from '../../errors/api-error';
import { DeviceTypeDocument, SaveDeviceTypeDraftDocument, type WholeTypeFragment } from '../../generated/documents';
import { useTypeChanged } from './use-type-changed';

/** Keeps a model as the type's draft. Where somebody was quicker, theirs is fetched, so that the next try is over theirs. */
export function useSaveModel(type: WholeTypeFragment, onDone: () => void) {
  const cache = useQueryClient();
  const changed = useTypeChanged();
  const change = useChange(SaveDeviceTypeDraftDocument, {
    onDone: ({ saveDeviceTypeDraft }) => {
      onDone();
      changed(saveDeviceTypeDraft);
    },
  });
  const save = (model: TypeModel): void =>
    change.mutate(
      { input: { id: type.id, revision: type.draft?.revision ?? null, model } },
      { onError: (error) => void (codeOf(error) === 'DEVICE_TYPE.DRAFT_MOVED' && cache.invalidateQueries({ queryKey: answerKey(DeviceTypeDocument, { id: type.id }) })) },
    );
  return { change, save };
}
