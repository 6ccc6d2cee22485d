'use client';

import { Button, EyeIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { CompanyFactsFragment } from '../../generated/documents';
import { useMayOffice } from './office-context';

const LookDialog = dynamic(() => import('./look-dialog').then(({ LookDialog: Ask }) => Ask), { ssr: false });

/** Look at the company as its owners see it; of one that was erased nothing is left to see. */
export function LookAction({ company }: { company: CompanyFactsFragment }) {
  const t = useTranslations('office.look');
  const mayLook = useMayOffice('company:impersonate');
  const [isAsking, setIsAsking] = useState(false);
  if (!mayLook || company.state === 'ERASED') return null;
  return (
    <>
      <Button icon={<EyeIcon size={16} />} onClick={() => setIsAsking(true)}>
        {t('action')}
      </Button>
      {isAsking && <LookDialog company={company} onClose={() => setIsAsking(false)} />}
    </>
  );
}
