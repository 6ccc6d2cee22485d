import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CompletenessPage } from '../../../../areas/completeness/completeness-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('completeness'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['completeness']}>
      <CompletenessPage />
    </WordsFor>
  );
}
