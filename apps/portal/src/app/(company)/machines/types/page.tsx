import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TypesPage } from '../../../../areas/device-types/types-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('deviceTypes'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['deviceTypes']}>
      <TypesPage />
    </WordsFor>
  );
}
