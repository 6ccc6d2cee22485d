'use client';

import { TextAreaField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { FormDialog } from '../../frame/form-dialog';
import { RevokeSerialsDocument, type AuthorityFragment } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';

/** Serial numbers as they stand in a text: a line each, or with commas between. */
const readSerials = (text: string): string[] => text.split(/[\n,;]/).map((one) => one.trim()).filter((one) => one !== '');

/** Lets certificates of an authority in no more. */
export function RevokeSerials({ authority, onClose }: { authority: AuthorityFragment; onClose: () => void }) {
  const t = useTranslations('certificates.serials');
  const cache = useQueryClient();
  const [isMissing, setMissing] = useState(false);
  const revoke = useChange(RevokeSerialsDocument, {
    onDone: async () => {
      await cache.invalidateQueries({ queryKey: ['CertificateAuthorities'] });
      onClose();
    },
  });
  const send = (form: HTMLFormElement): void => {
    const serials = readSerials(String(new FormData(form).get('serials') ?? ''));
    setMissing(serials.length === 0);
    if (serials.length > 0) revoke.mutate({ input: { id: authority.id, serials } });
  };
  return (
    <FormDialog title={t('title', { name: authority.name })} body={t('body')} submitLabel={t('submit')} isDestroying isPending={revoke.isPending} onSend={send} onClose={onClose}>
      <TextAreaField name="serials" label={t('label')} hint={t('hint')} error={isMissing ? t('missing') : undefined} isMono rows={4} spellCheck={false} />
      <FormFault error={revoke.error} />
    </FormDialog>
  );
}
