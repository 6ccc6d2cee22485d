import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JobsPage } from '../../../../areas/jobs/jobs-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('work'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['work']}>
      <JobsPage />
    </WordsFor>
  );
}
