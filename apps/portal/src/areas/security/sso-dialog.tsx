'use client';

import { CodeBlock, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { FormDialog } from '../../frame/form-dialog';
import { SetUpSingleSignOnDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { textOf } from './own-password-field';
import { moreScopesOf, type SsoConnection } from './sso-connection';

interface SsoDialogProps {
  readonly redirectUri: string;
  /** Null for a first one. */
  readonly connection: SsoConnection | null;
  onDone(): void;
  onClose(): void;
}

/** What an owner says of their provider, and what the provider is to be told. */
export function SsoDialog({ redirectUri, connection, onDone, onClose }: SsoDialogProps) {
  const t = useTranslations('security.sso');
  const frame = useTranslations('frame');
  const setUp = useChange(SetUpSingleSignOnDocument, { onDone });
  const send = (form: HTMLFormElement): void => {
    const clientSecret = textOf(form, 'clientSecret').trim() || null;
    setUp.mutate({ input: { issuer: textOf(form, 'issuer'), clientId: textOf(form, 'clientId'), clientSecret, domain: textOf(form, 'domain'), moreScopes: textOf(form, 'moreScopes').split(/\s+/).filter((scope) => scope !== '') } });
  };
  return (
    <FormDialog title={t('dialogTitle')} body={t('dialogBody')} isPending={setUp.isPending} onSend={send} onClose={onClose}>
      <FormFault error={setUp.error} />
      <CodeBlock code={redirectUri} title={t('redirectUri')} label={t('redirectUri')} copyLabel={frame('copy')} copiedLabel={frame('copied')} isWrapped />
      <TextField label={t('issuer')} hint={t('issuerHint')} name="issuer" type="url" defaultValue={connection?.issuer} required autoComplete="off" />
      <TextField label={t('clientId')} name="clientId" defaultValue={connection?.clientId} required autoComplete="off" />
      <TextField label={t('clientSecret')} hint={connection ? t('secretKept') : undefined} name="clientSecret" type="password" autoComplete="off" />
      <TextField label={t('domain')} hint={t('domainHint')} name="domain" defaultValue={connection?.domain} required autoComplete="off" />
      <TextField label={t('moreScopes')} hint={t('moreScopesHint')} name="moreScopes" defaultValue={connection ? moreScopesOf(connection).join(' ') : undefined} autoComplete="off" autoCapitalize="none" spellCheck={false} />
    </FormDialog>
  );
}
