'use client';

import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useAnswer } from '../../api/use-answer';
import { SignUpsWaitingDocument } from '../../generated/documents';

/** How many sign-ups wait for a person, where any do. */
export function SignUpsWaiting() {
  const t = useTranslations('office.signUps');
  const count = useAnswer(SignUpsWaitingDocument, {}).data?.signUpReviews.totalCount ?? 0;
  if (count === 0) return null;
  return (
    <Link href="/admin/sign-ups" className="justify-self-start text-14 underline">
      {t('waiting', { count })}
    </Link>
  );
}
