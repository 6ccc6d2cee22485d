'use client';

import { Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useRoleWords } from '../people/use-role-words';
import type { SsoAdmission } from './sso-connection';

const AdmissionDialog = dynamic(() => import('./admission-dialog').then(({ AdmissionDialog: Change }) => Change), { ssr: false });

interface AdmissionProps {
  readonly domain: string;
  /** What the provider is asked for. */
  readonly scopes: readonly string[];
  /** Null where nobody comes in without an invitation. */
  readonly admission: SsoAdmission | null;
  onChanged(): Promise<void>;
}

function Rules({ admission: { claim, rules } }: { admission: SsoAdmission }) {
  const t = useTranslations('security.sso.admission');
  const words = useRoleWords();
  return (
    <ul className="grid gap-1 text-14 text-ink-2">
      {rules.map(({ value, role }) => (
        <li key={value}>{t('rule', { claim: claim ?? '', value, role: words(role).name })}</li>
      ))}
    </ul>
  );
}

/** Whether people come in by single sign-on who were not invited, and as what. */
export function SsoAdmissionPart({ domain, scopes, admission, onChanged }: AdmissionProps) {
  const t = useTranslations('security.sso.admission');
  const words = useRoleWords();
  const [isOpen, setIsOpen] = useState(false);
  const done = async (): Promise<void> => {
    await onChanged();
    setIsOpen(false);
  };
  return (
    <div className="grid gap-3">
      <h3 className="text-14 font-semibold">{t('title')}</h3>
      <p className="text-14">{admission ? t('open', { domain, role: words(admission.role).name }) : t('closed')}</p>
      {admission && admission.rules.length > 0 && <Rules admission={admission} />}
      <Button onClick={() => setIsOpen(true)} className="justify-self-start">
        {t('change')}
      </Button>
      {isOpen && <AdmissionDialog admission={admission} scopes={scopes} onDone={() => void done()} onClose={() => setIsOpen(false)} />}
    </div>
  );
}
