'use client';

import { Badge, Button, Callout, ExactTime, type BadgeTone } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { AuthorityFragment } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { saveFile } from '../apps/csv';

const TONES: Readonly<Record<AuthorityFragment['state'], BadgeTone>> = { PENDING: 'caution', ACTIVE: 'good', ENDED: 'neutral' };
type Asked = 'prove' | 'serials' | 'end' | null;

/** When an authority ends, what it signed, and who came by it without being a machine. */
function Facts({ authority }: { authority: AuthorityFragment }) {
  const t = useTranslations('certificates.authority');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const time = (at: string) => () => <ExactTime at={at} locale={locale} timeZone={timeZone} />;
  return (
    <>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-13 text-ink-2">
        <span>{t.rich('until', { time: time(authority.notAfter) })}</span>
        {authority.kind === 'OWN' && <span>{t('given', { count: authority.certificateCount })}</span>}
        {authority.revokedSerials.length > 0 && <span>{t('revoked', { count: authority.revokedSerials.length })}</span>}
      </p>
      <code className="font-mono text-12 break-all text-ink-3">{authority.fingerprint}</code>
      {authority.state === 'ACTIVE' && authority.strangerName !== null && authority.strangerAt !== null && (
        <Callout tone="caution">{t.rich('stranger', { name: authority.strangerName, code: (words) => <code className="font-mono break-all">{words}</code>, time: time(authority.strangerAt) })}</Callout>
      )}
    </>
  );
}

/** What can be done about an authority as it stands. */
function Deeds({ authority: { kind, state }, ask }: { authority: AuthorityFragment; ask: (asked: Asked) => void }) {
  const t = useTranslations('certificates.authority');
  if (state === 'ENDED') return null;
  return (
    <>
      {state === 'PENDING' && <Button variant="primary" onClick={() => ask('prove')} children={t('prove')} />}
      {state === 'ACTIVE' && kind === 'THEIRS' && <Button onClick={() => ask('serials')} children={t('serials')} />}
      <Button variant="danger" onClick={() => ask('end')} children={t('end')} />
    </>
  );
}

const DIALOGS = {
  prove: dynamic(() => import('./prove-authority').then(({ ProveAuthority }) => ProveAuthority)),
  serials: dynamic(() => import('./revoke-serials').then(({ RevokeSerials }) => RevokeSerials)),
  end: dynamic(() => import('./end-authority').then(({ EndAuthority }) => EndAuthority)),
};

/** One authority of the company's, with what can be done about it. */
export function AuthorityEntry({ authority, mayChange }: { authority: AuthorityFragment; mayChange: boolean }) {
  const t = useTranslations('certificates.authority');
  const [asked, ask] = useState<Asked>(null);
  const { kind, state, name } = authority;
  const Dialog = asked && DIALOGS[asked];
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b border-line py-4">
      <div className="grid min-w-0 flex-1 basis-72 gap-2">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-16 font-medium">
          {kind === 'OWN' ? t('ownName') : name} <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>
        </p>
        <p className="max-w-prose text-14 text-ink-2">{t(`about.${kind}`)}</p>
        <Facts authority={authority} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => saveFile('authority.crt', authority.certificate, 'application/x-pem-file')}>{t('save')}</Button>
        {mayChange && <Deeds authority={authority} ask={ask} />}
      </div>
      {Dialog && <Dialog authority={authority} onClose={() => ask(null)} />}
    </li>
  );
}
