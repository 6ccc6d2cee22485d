import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AppsPage } from '../../../areas/apps/apps-page';
import { WordsFor } from '../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apps'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['apps', 'store']}>
      <AppsPage />
    </WordsFor>
  );
}
