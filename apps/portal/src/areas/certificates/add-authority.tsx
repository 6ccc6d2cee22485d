'use client';

import { TextAreaField, TextField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { FormDialog } from '../../frame/form-dialog';
import { AddAuthorityDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';

/** Adds an authority of the company's; its proof is asked for on the page. */
export function AddAuthority({ onClose }: { onClose: () => void }) {
  const t = useTranslations('certificates.addAuthority');
  const cache = useQueryClient();
  const add = useChange(AddAuthorityDocument, {
    onDone: async () => {
      await cache.invalidateQueries({ queryKey: ['CertificateAuthorities'] });
      onClose();
    },
  });
  const send = (form: HTMLFormElement): void => {
    const values = new FormData(form);
    add.mutate({ input: { name: String(values.get('name') ?? ''), certificate: String(values.get('certificate') ?? '') } });
  };
  return (
    <FormDialog title={t('title')} body={t('body')} submitLabel={t('submit')} isPending={add.isPending} onSend={send} onClose={onClose}>
      <TextField name="name" label={t('name')} maxLength={80} autoComplete="off" />
      <TextAreaField name="certificate" label={t('certificate')} hint={t('certificateHint')} isMono rows={6} spellCheck={false} />
      <FormFault error={add.error} />
    </FormDialog>
  );
}
