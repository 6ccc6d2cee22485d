'use client';

import { Button, Callout, CodeBlock, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useChange } from '../../api/use-change';
import { CreateApiKeyDocument } from '../../generated/documents';
import { NewKeyForm } from './new-key-form';

interface NewKeyProps {
  onMade(): void;
  onClose(): void;
}

/** Makes a key, and shows its secret this once. */
export function NewKey({ onMade, onClose }: NewKeyProps) {
  const t = useTranslations('security.keys');
  const frame = useTranslations('frame');
  const formId = useId();
  const create = useChange(CreateApiKeyDocument, { onDone: onMade });
  const secret = create.data?.createApiKey.secret;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={secret ? t('madeTitle') : t('newTitle')}
      closeLabel={frame('close')}
      footer={
        secret ? (
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
      {secret ? (
        <div className="grid gap-5">
          <Callout tone="caution">{t('once')}</Callout>
          <CodeBlock code={secret} title={t('secret')} label={t('secret')} copyLabel={frame('copy')} copiedLabel={frame('copied')} isWrapped />
          <p className="text-13 text-ink-2">{t('how')}</p>
        </div>
      ) : (
        <NewKeyForm id={formId} error={create.error} onWanted={(input) => create.mutate({ input })} />
      )}
    </Dialog>
  );
}
