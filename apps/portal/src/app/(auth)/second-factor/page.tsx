import { safeNext } from '@tenon/domain/identity';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { AnswerCache } from '../../../api/answer-cache';
import { AuthShell } from '../../../areas/auth/auth-shell';
import { DemandedSetUp } from '../../../areas/security/demanded-set-up';
import { WordsFor } from '../../../i18n/words-for';
import { readViewer } from '../../../viewer/read-viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security'))('setUp.title') };
}

/** All that somebody is shown whose company, or the office, demands a second factor that they do not have; and where an owner sets one up to come in past single sign-on. */
export default async function SecondFactorPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = safeNext((await searchParams).next);
  const viewer = await readViewer();
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  // An owner before a company that opens only by its single sign-on: with a factor they come in past a broken provider, later.
  const isForWayIn = viewer.isSingleSignOnMissing && viewer.secondFactor.since == null;
  if (!viewer.secondFactor.isMissing && !isForWayIn) redirect(next);
  const t = await getTranslations('security.setUp');
  const company = isForWayIn || viewer.tenant?.demandsSecondFactor ? 'company' : 'office';
  // What the office demands is demanded in every company.
  const others = company === 'company' ? viewer.companies.filter(({ isCurrent }) => !isCurrent) : [];
  return (
    <AuthShell title={t('title')} subtitle={isForWayIn ? t('wayIn') : t('demanded', { company })}>
      <WordsFor areas={['security']}>
        <AnswerCache>
          <DemandedSetUp next={next} others={others} />
        </AnswerCache>
      </WordsFor>
    </AuthShell>
  );
}
