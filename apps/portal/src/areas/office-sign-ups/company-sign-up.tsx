'use client';

import { Badge, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { SignUpFactsFragment } from '../../generated/documents';
import { SignUpActions } from './sign-up-actions';
import { SignUpDecisions } from './sign-up-decisions';
import { SignUpSignals } from './sign-up-signals';

const TONES = { OPEN: 'caution', ASKED: 'caution', CLEARED: 'good', SUSPENDED: 'danger', LAPSED: 'neutral' } as const;

/** The review of one company's sign-up, on its page. */
export function CompanySignUp({ review }: { review: SignUpFactsFragment }) {
  const t = useTranslations('office.signUps');
  const title = (
    <span className="inline-flex flex-wrap items-center gap-3">
      {t('ofCompany')}
      <Badge tone={TONES[review.state]}>{t(`state.${review.state}`)}</Badge>
    </span>
  );
  return (
    <Section title={title} actions={<SignUpActions review={review} />}>
      <div className="grid gap-3">
        <SignUpSignals signals={review.signals} />
        <SignUpDecisions decisions={review.decisions} />
      </div>
    </Section>
  );
}
