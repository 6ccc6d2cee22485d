'use client';

import { Button, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useChange } from '../../api/use-change';
import { CreateProvisioningKeyDocument } from '../../generated/documents';
import { KeySecret } from './key-secret';
import { NewKeyForm } from './new-key-form';

interface NewKeyProps {
  onMade(): void;
  onClose(): void;
}

/** Makes a key, and shows its secret this once. */
export function NewKey({ onMade, onClose }: NewKeyProps) {
  const t = useTranslations('provisioning');
  const frame = useTranslations('frame');
  const formId = useId();
  const create = useChange(CreateProvisioningKeyDocument, { onDone: onMade });
  const made = create.data?.createProvisioningKey;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size={made ? 'lg' : 'md'}
      title={made ? t('secretTitle', { name: made.key.name }) : t('newTitle')}
      closeLabel={frame('close')}
      footer={
        made ? (
          <Button variant="primary" onClick={onClose}>
            {t('kept')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{frame('cancel')}</Button>
            <Button type="submit" form={formId} variant="primary" isLoading={create.isPending}>
              {t('make')}
            </Button>
          </>
        )
      }
    >
      {made ? <KeySecret made={made} /> : <NewKeyForm id={formId} error={create.error} onWanted={(input) => create.mutate({ input })} />}
    </Dialog>
  );
}
