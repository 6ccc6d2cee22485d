'use client';

import { CodeBlock, TextAreaField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { FormDialog } from '../../frame/form-dialog';
import { ProveAuthorityDocument, type AuthorityFragment } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';

/** Signs a certificate in the name that is asked for; the authority's files are called as most call them. */
function commands(challenge: string): string {
  return [
    `openssl req -new -newkey rsa:2048 -nodes -keyout proof.key -subj "/CN=${challenge}" -out proof.csr`,
    'openssl x509 -req -in proof.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 1 -out proof.crt',
  ].join('\n');
}

/** Takes the proof that the company has an authority's key. */
export function ProveAuthority({ authority, onClose }: { authority: AuthorityFragment; onClose: () => void }) {
  const t = useTranslations('certificates.prove');
  const frame = useTranslations('frame');
  const cache = useQueryClient();
  const prove = useChange(ProveAuthorityDocument, {
    onDone: async () => {
      await cache.invalidateQueries({ queryKey: ['CertificateAuthorities'] });
      onClose();
    },
  });
  const send = (form: HTMLFormElement): void => prove.mutate({ input: { id: authority.id, certificate: String(new FormData(form).get('certificate') ?? '') } });
  return (
    <FormDialog title={t('title', { name: authority.name })} body={t('body')} submitLabel={t('submit')} isPending={prove.isPending} onSend={send} onClose={onClose}>
      <CodeBlock code={commands(authority.challenge ?? '')} language="sh" title={t('commands')} label={t('commands')} copyLabel={frame('copy')} copiedLabel={frame('copied')} isWrapped />
      <TextAreaField name="certificate" label={t('certificate')} hint={t('certificateHint')} isMono rows={6} spellCheck={false} />
      <FormFault error={prove.error} />
    </FormDialog>
  );
}
