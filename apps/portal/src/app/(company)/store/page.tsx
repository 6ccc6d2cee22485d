import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StorePage } from '../../../areas/store/store-page';
import { WordsFor } from '../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('store'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['store']}>
      <StorePage />
    </WordsFor>
  );
}
