'use client';

import { PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { ClaimInput } from '../../generated/documents';

// Drawn by the server, and at work a moment later.
const ClaimForm = dynamic(() => import('./claim-form').then(({ ClaimForm: Form }) => Form), { loading: () => <Skeleton lines={4} /> });
const TakeOver = dynamic(() => import('./take-over').then(({ TakeOver: Taking }) => Taking), { ssr: false, loading: () => <Skeleton lines={4} /> });

/** Takes a machine over that another company released: by its label's code, which comes along where the label was scanned, or by name and secret. */
export function ClaimPage({ code }: { code?: string }) {
  const t = useTranslations('handover.claim');
  const [claim, setClaim] = useState<ClaimInput | null>(code ? { code } : null);
  const [isTaken, setIsTaken] = useState(false);
  return (
    <div className="grid max-w-xl gap-8">
      <PageHeader title={t('title')} answer={t(isTaken ? 'answerTaken' : 'answer')} />
      {claim ? <TakeOver claim={claim} onTaken={() => setIsTaken(true)} onOther={() => setClaim(null)} /> : <ClaimForm onClaim={setClaim} />}
    </div>
  );
}
