import { safeNext } from '@tenon/domain/identity';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { AnswerCache } from '../../../api/answer-cache';
import { AuthShell } from '../../../areas/auth/auth-shell';
import { DemandedSignIn } from '../../../areas/security/demanded-sign-in';
import { WordsFor } from '../../../i18n/words-for';
import { readViewer } from '../../../viewer/read-viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security'))('sso.missing.title') };
}

/** All that somebody is shown whose company opens only by its single sign-on, and who came by another way. */
export default async function CompanySignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = safeNext((await searchParams).next);
  const viewer = await readViewer();
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  const { closedCompany, email, companies, secondFactor } = viewer;
  if (!closedCompany) redirect(next);
  const t = await getTranslations('security.sso.missing');
  return (
    <AuthShell title={t('title')} subtitle={t('body', { company: closedCompany.name, email })}>
      <WordsFor areas={['security']}>
        <AnswerCache>
          <DemandedSignIn email={email} next={next} isOwner={closedCompany.isPassable} hasSecondFactor={secondFactor.since != null} others={companies.filter(({ isCurrent }) => !isCurrent)} />
        </AnswerCache>
      </WordsFor>
    </AuthShell>
  );
}
