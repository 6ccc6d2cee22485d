import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Prefetched, question } from '../../../api/prefetched';
import { HomePage } from '../../../areas/home/home-page';
import { HomeDocument } from '../../../generated/documents';
import { WordsFor } from '../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['home', 'metrics']}>
      <Prefetched questions={[question(HomeDocument, {})]}>
        <HomePage />
      </Prefetched>
    </WordsFor>
  );
}
