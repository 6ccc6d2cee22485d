'use client';

import { Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { SignUpDecisionKind, SignUpFactsFragment, SignUpReviewState } from '../../generated/documents';
import { useMayOffice } from '../office/office-context';

const DecideSignUpDialog = dynamic(() => import('./decide-sign-up-dialog').then(({ DecideSignUpDialog: Ask }) => Ask), { ssr: false });

const WAITING: readonly SignUpReviewState[] = ['OPEN', 'ASKED'];
const DECISIONS: readonly SignUpDecisionKind[] = ['SUSPEND', 'ASK_PAPERS', 'CLEAR'];

/** What can be decided about a sign-up that waits, for those who may. */
export function SignUpActions({ review }: { review: SignUpFactsFragment }) {
  const t = useTranslations('office.signUps');
  const mayReview = useMayOffice('company:review');
  const [asking, setAsking] = useState<SignUpDecisionKind | null>(null);
  if (!mayReview || !WAITING.includes(review.state)) return null;
  return (
    <>
      {DECISIONS.map((decision) => (
        <Button key={decision} size="sm" aria-label={t('decideFor', { decision: t(`decide.${decision}`), company: review.companyName })} onClick={() => setAsking(decision)}>
          {t(`decide.${decision}`)}
        </Button>
      ))}
      {asking && <DecideSignUpDialog review={review} decision={asking} onClose={() => setAsking(null)} />}
    </>
  );
}
