'use client';

import { Button, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useFaultToast } from '../../frame/use-fault-toast';
import { ReopenCompanyDocument, type StandingFactsFragment } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { useStandingChanged } from './use-standing-changed';

const CloseDialog = dynamic(() => import('./close-dialog').then(({ CloseDialog: Ask }) => Ask), { ssr: false });

/** Has the company back. */
function Reopening() {
  const t = useTranslations('standing.reopen');
  const changed = useStandingChanged();
  const sayFault = useFaultToast();
  const change = useChange(ReopenCompanyDocument, { onDone: () => changed(t('done')) });
  return (
    <Section title={t('title')} description={t('body')}>
      <Button variant="primary" isLoading={change.isPending} onClick={() => change.mutate({}, { onError: sayFault })}>
        {t('action')}
      </Button>
    </Section>
  );
}

/** How its owner leaves, and comes back; nobody else is offered it. */
export function LeaveSection({ standing }: { standing: StandingFactsFragment }) {
  const t = useTranslations('standing.close');
  const [isAsking, setIsAsking] = useState(false);
  const may = useMay('tenant:close');
  if (!may) return null;
  if (standing.mayReopen) return <Reopening />;
  if (!standing.mayClose) return null;
  return (
    <Section title={t('action')} description={t('body')}>
      <Button variant="danger" onClick={() => setIsAsking(true)}>
        {t('action')}…
      </Button>
      {isAsking && <CloseDialog onClose={() => setIsAsking(false)} />}
    </Section>
  );
}
