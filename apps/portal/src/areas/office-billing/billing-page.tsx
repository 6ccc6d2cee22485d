'use client';

import { Button, PageHeader, TabLinks } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from '../../frame/link';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { BankEntries } from './bank-entries';
import { OpenInvoices } from './open-invoices';

const StatementDialog = dynamic(() => import('./statement-dialog').then(({ StatementDialog: Statement }) => Statement), { ssr: false });

const DoubtfulCards = dynamic(() => import('./doubtful-cards').then(({ DoubtfulCards: Doubtful }) => Doubtful));

const CardsOpen = dynamic(() => import('./cards-open').then(({ CardsOpen: Open }) => Open), { ssr: false });

const VIEWS = ['open', 'unassigned', 'all', 'cards'] as const;

/** What companies owe, and what came into the platform's account. */
export function BillingPage() {
  const t = useTranslations('billing');
  const asked = useSearchParams().get('view');
  const view = VIEWS.find((each) => each === asked) ?? 'open';
  const [isRecording, setIsRecording] = useState(false);
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader title={t('title')} answer={t('answer')} actions={<Button onClick={() => setIsRecording(true)}>{t('statement.open')}</Button>} />
      <TabLinks label={t('views.label')} linkComponent={Link} items={VIEWS.map((key) => ({ key, label: t(`views.${key}`), href: key === 'open' ? '/admin/billing' : `/admin/billing?view=${key}`, isCurrent: key === view }))} />
      {view !== 'cards' && <CardsOpen />}
      {view === 'open' && <OpenInvoices />}
      {view === 'cards' && <DoubtfulCards />}
      {(view === 'unassigned' || view === 'all') && <BankEntries key={view} isOpen={view === 'unassigned'} />}
      {isRecording && <StatementDialog onClose={() => setIsRecording(false)} />}
    </div>
  );
}
