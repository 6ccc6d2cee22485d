'use client';

import { Button, PauseIcon, PlayIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { CompanyFactsFragment, TenantState } from '../../generated/documents';
import { LookAction } from './look-action';
import { useMayOffice } from './office-context';

const RecoverDialog = dynamic(() => import('./recover-dialog').then(({ RecoverDialog: Ask }) => Ask), { ssr: false });
const ResumeDialog = dynamic(() => import('./resume-dialog').then(({ ResumeDialog: Ask }) => Ask), { ssr: false });
const SuspendDialog = dynamic(() => import('./suspend-dialog').then(({ SuspendDialog: Ask }) => Ask), { ssr: false });

/** Where nothing is left to be suspended. */
const GONE: readonly TenantState[] = ['CLOSED', 'ERASED'];

/** Suspend, or resume; let somebody in again who has lost what they sign in with. */
function Decisions({ company }: { company: CompanyFactsFragment }) {
  const t = useTranslations('office');
  const mayRecover = useMayOffice('person:recover');
  const [asking, setAsking] = useState<'suspend' | 'resume' | 'recover' | null>(null);
  const isByOffice = company.standing.because === 'OFFICE';
  return (
    <>
      {mayRecover && <Button onClick={() => setAsking('recover')}>{t('recover.action')}</Button>}
      {isByOffice && (
        <Button variant="primary" icon={<PlayIcon size={16} />} onClick={() => setAsking('resume')}>
          {t('resume.action')}
        </Button>
      )}
      {!isByOffice && !GONE.includes(company.state) && (
        <Button icon={<PauseIcon size={16} />} onClick={() => setAsking('suspend')}>
          {t('suspend.action')}
        </Button>
      )}
      {asking === 'recover' && <RecoverDialog company={company} onClose={() => setAsking(null)} />}
      {asking === 'suspend' && <SuspendDialog company={company} isOpen onOpenChange={(isOpen) => setAsking(isOpen ? 'suspend' : null)} />}
      {asking === 'resume' && <ResumeDialog company={company} onClose={() => setAsking(null)} />}
    </>
  );
}

/** Look as the company sees itself, and what decides about it. */
export function CompanyActions({ company }: { company: CompanyFactsFragment }) {
  const maySuspend = useMayOffice('company:suspend');
  return (
    <>
      <LookAction company={company} />
      {maySuspend && <Decisions company={company} />}
    </>
  );
}
