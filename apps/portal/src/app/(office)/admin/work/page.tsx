import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WorkPage } from '../../../../areas/work/work-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('work'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['work']}>
      <WorkPage />
    </WordsFor>
  );
}
