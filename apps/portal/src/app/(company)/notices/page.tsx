import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NoticesPage } from '../../../areas/notices/notices-page';
import { WordsFor } from '../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['notices']}>
      <NoticesPage />
    </WordsFor>
  );
}
