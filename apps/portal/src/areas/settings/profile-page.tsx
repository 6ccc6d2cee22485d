'use client';

import { PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { CompanyProfileDocument } from '../../generated/documents';
import { AskedPapers } from './asked-papers';
import { LogoSection } from './logo-section';
import { ProfileForm } from './profile-form';

function Profile() {
  const answer = useAnswer(CompanyProfileDocument, {});
  if (answer.isError && !answer.data) return <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} />;
  return answer.data ? <ProfileForm profile={answer.data.companyProfile} /> : <Skeleton lines={12} />;
}

/** What the company is in law and in statistics. */
export function ProfilePage() {
  const t = useTranslations('settings.profile');
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-8">
      <PageHeader title={t('title')} answer={t('intro')} />
      <AskedPapers />
      <LogoSection />
      <Profile />
    </div>
  );
}
