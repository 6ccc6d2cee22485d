'use client';

import { ExactTime } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import type { SignUpFactsFragment } from '../../generated/documents';
import { useOfficeZone } from '../office/office-context';
import { SignUpActions } from './sign-up-actions';
import { SignUpDecisions } from './sign-up-decisions';
import { SignUpSignals } from './sign-up-signals';

/** One sign-up in the queue: whose, since when, why, and what is to be decided. */
export function SignUpItem({ review }: { review: SignUpFactsFragment }) {
  const t = useTranslations('office.signUps');
  return (
    <li className="grid items-start gap-x-6 gap-y-3 py-4 md:grid-cols-[1fr_auto]">
      <div className="grid gap-2">
        <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Link href={`/admin/companies/${review.companyId}`} className="font-medium wrap-anywhere hover:underline">
            {review.companyName}
          </Link>
          <span className="text-13 text-ink-2">
            {t('since')} <ExactTime at={review.openedAt} locale={useLocale()} timeZone={useOfficeZone()} precision="minute" />
          </span>
        </span>
        <SignUpSignals signals={review.signals} />
        <SignUpDecisions decisions={review.decisions} />
      </div>
      <div className="flex flex-wrap gap-2">
        <SignUpActions review={review} />
      </div>
    </li>
  );
}
