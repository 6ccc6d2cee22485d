'use client';

import { Button, PauseIcon, PlayIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CompanyFactsFragment } from '../../generated/documents';
import { useMayOffice } from './office-context';
import { ResumeDialog } from './resume-dialog';
import { SuspendDialog } from './suspend-dialog';

/** Suspend, or resume. */
export function CompanyActions({ company }: { company: CompanyFactsFragment }) {
  const t = useTranslations('office');
  const maySuspend = useMayOffice('company:suspend');
  const [asking, setAsking] = useState<'suspend' | 'resume' | null>(null);
  const onOpenChange = (which: 'suspend' | 'resume') => (isOpen: boolean) => setAsking(isOpen ? which : null);
  if (!maySuspend) return null;
  return (
    <>
      {company.state === 'ACTIVE' ? (
        <Button icon={<PauseIcon size={16} />} onClick={() => setAsking('suspend')}>
          {t('suspend.action')}
        </Button>
      ) : (
        <Button variant="primary" icon={<PlayIcon size={16} />} onClick={() => setAsking('resume')}>
          {t('resume.action')}
        </Button>
      )}
      <SuspendDialog company={company} isOpen={asking === 'suspend'} onOpenChange={onOpenChange('suspend')} />
      <ResumeDialog company={company} isOpen={asking === 'resume'} onOpenChange={onOpenChange('resume')} />
    </>
  );
}
