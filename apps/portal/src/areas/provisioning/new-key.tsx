'use client';

import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { OnceDialog } from '../../frame/once-dialog';
import { CreateProvisioningKeyDocument } from '../../generated/documents';
import { NewKeyForm } from './new-key-form';
import { useShownSecret } from './use-shown-secret';

interface NewKeyProps {
  onMade(): void;
  onClose(): void;
}

/** Makes a key, and shows its secret this once. */
export function NewKey({ onMade, onClose }: NewKeyProps) {
  const t = useTranslations('provisioning');
  const shownOf = useShownSecret();
  const create = useChange(CreateProvisioningKeyDocument, { onDone: onMade });
  const made = create.data?.createProvisioningKey;
  return (
    <OnceDialog
      onClose={onClose}
      asked={{ title: t('newTitle'), makeLabel: t('make'), isPending: create.isPending, form: (id) => <NewKeyForm id={id} error={create.error} onWanted={(input) => create.mutate({ input })} /> }}
      shown={made ? shownOf(made) : null}
    />
  );
}
