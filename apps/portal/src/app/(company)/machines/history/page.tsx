import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HistoryPage } from '../../../../areas/history/history-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('history'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['history']}>
      <HistoryPage />
    </WordsFor>
  );
}
