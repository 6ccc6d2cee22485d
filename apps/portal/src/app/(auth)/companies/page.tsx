import { safeNext } from '@tenon/domain/identity';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AnswerCache } from '../../../api/answer-cache';
import { AuthShell } from '../../../areas/auth/auth-shell';
import { AccountSection } from '../../../areas/own-account/account-section';
import { CompanyChoice } from '../../../areas/companies/company-choice';
import { WordsFor } from '../../../i18n/words-for';
import { requireViewer } from '../../../viewer/require-viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('companies.titleChoose') };
}

/** For somebody who is signed in and in no company, or wants to be in another. */
export default async function CompaniesPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { email, companies } = await requireViewer();
  const next = safeNext((await searchParams).next);
  const t = await getTranslations('auth.companies');
  const hasSome = companies.length > 0;
  return (
    <AuthShell title={hasSome ? t('titleChoose') : t('titleNone')} subtitle={hasSome ? t('subtitleChoose', { email, count: companies.length }) : t('subtitleNone', { email })}>
      <AnswerCache>
        <CompanyChoice email={email} companies={companies} next={next} />
        {!hasSome && (
          <WordsFor areas={['ownAccount']}>
            <div className="mt-10">
              <AccountSection />
            </div>
          </WordsFor>
        )}
      </AnswerCache>
    </AuthShell>
  );
}
