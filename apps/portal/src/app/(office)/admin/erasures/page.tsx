import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ErasuresPage } from '../../../../areas/erasures/erasures-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operations.erasures'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['operations']}>
      <ErasuresPage />
    </WordsFor>
  );
}
