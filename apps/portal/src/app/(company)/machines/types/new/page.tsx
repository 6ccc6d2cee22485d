import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewTypePage } from '../../../../../areas/device-types/new-type-page';
import { WordsFor } from '../../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('deviceTypes'))('new.title') };
}

export default function Page() {
  return (
    <WordsFor areas={['deviceTypes', 'metrics']}>
      <NewTypePage />
    </WordsFor>
  );
}
