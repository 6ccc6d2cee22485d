'use client';

import { Section, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { CompanyProfileDocument } from '../../generated/documents';
import { ProfileForm } from './profile-form';

function Profile() {
  const answer = useAnswer(CompanyProfileDocument, {});
  if (answer.isError && !answer.data) return <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} />;
  return answer.data ? <ProfileForm profile={answer.data.companyProfile} /> : <Skeleton lines={8} />;
}

/** What the company is in law and in statistics. */
export function ProfileSection() {
  const t = useTranslations('settings.profile');
  return (
    <Section title={t('title')} description={t('intro')}>
      <Profile />
    </Section>
  );
}
