import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportPage } from '../../../../areas/machines/import/import-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('machines'))('import.title') };
}

export default function Page() {
  return (
    <WordsFor areas={['machines']}>
      <ImportPage />
    </WordsFor>
  );
}
