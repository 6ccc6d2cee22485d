'use client';

import { Badge, Button, CodeBlock, DescriptionList } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { IsSsoDomainProvenDocument } from '../../generated/documents';
import { SsoAdmissionPart } from './sso-admission';
import type { ShutOut, SsoAdmission, SsoConnection } from './sso-connection';
import { SsoDemand } from './sso-demand';

/** Whether the domain shows that it is the company's, asked now, and the record that shows it. */
function Proof({ connection }: { connection: SsoConnection }) {
  const t = useTranslations('security.sso');
  const frame = useTranslations('frame');
  const answer = useAnswer(IsSsoDomainProvenDocument, {});
  const isProven = answer.data?.isSsoDomainProven === true;
  const block = { copyLabel: frame('copy'), copiedLabel: frame('copied'), isWrapped: true };
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-2 text-14">
        {t('record', { domain: connection.domain })} {answer.data && <Badge tone={isProven ? 'good' : 'neutral'}>{t(isProven ? 'proven' : 'unproven')}</Badge>}
      </p>
      {answer.error && <Failure error={answer.error} onRetry={() => void answer.refetch()} headingLevel={3} />}
      <CodeBlock code={connection.recordName} title={t('recordName')} label={t('recordName')} {...block} />
      <CodeBlock code={connection.recordValue} title={t('recordValue')} label={t('recordValue')} {...block} />
      {!isProven && (
        <Button isLoading={answer.isFetching} onClick={() => void answer.refetch()} className="justify-self-start">
          {t('look')}
        </Button>
      )}
    </div>
  );
}

interface SsoFactsProps {
  readonly connection: SsoConnection;
  readonly admission: SsoAdmission | null;
  readonly shutOut: ShutOut | null;
  readonly isDemanded: boolean;
  onChanged(title: string): Promise<void>;
  onRemove(): void;
}

/** A company’s provider, whether its domain shows whose it is, and whom it lets in. */
export function SsoFacts({ connection, admission, shutOut, isDemanded, onChanged, onRemove }: SsoFactsProps) {
  const t = useTranslations('security.sso');
  return (
    <div className="grid gap-5">
      <DescriptionList
        items={[
          { key: 'issuer', term: t('issuer'), detail: <span className="break-all">{connection.issuer}</span> },
          { key: 'client', term: t('clientId'), detail: <span className="break-all">{connection.clientId}</span> },
          { key: 'scopes', term: t('scopes'), detail: <span className="wrap-anywhere">{connection.scopes.join(' ')}</span> },
        ]}
      />
      <Proof connection={connection} />
      <SsoAdmissionPart domain={connection.domain} scopes={connection.scopes} admission={admission} onChanged={() => onChanged(t('done'))} />
      {shutOut && <SsoDemand isDemanded={isDemanded} shutOut={shutOut} onChanged={onChanged} />}
      <Button onClick={onRemove} className="justify-self-start">
        {t('remove')}
      </Button>
    </div>
  );
}
