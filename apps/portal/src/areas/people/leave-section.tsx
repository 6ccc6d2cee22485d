'use client';

import { Button, LogoutIcon, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useViewer } from '../../viewer/viewer-context';

const LeaveDialog = dynamic(() => import('./leave-dialog').then(({ LeaveDialog: Ask }) => Ask), { ssr: false });

/** The way out of the company. */
export function LeaveSection() {
  const t = useTranslations('people.leave');
  const { tenant } = useViewer();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section title={t('heading')} description={t('intro', { company: tenant.name })}>
      <Button icon={<LogoutIcon size={16} />} onClick={() => setIsOpen(true)}>
        {t('action')}
      </Button>
      {isOpen && <LeaveDialog onClose={() => setIsOpen(false)} />}
    </Section>
  );
}
