import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TagsPage } from '../../../../areas/tags/tags-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plant.tags'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['plant']}>
      <TagsPage />
    </WordsFor>
  );
}
