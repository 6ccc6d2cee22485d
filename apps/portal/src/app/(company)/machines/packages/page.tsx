import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PackagesPage } from '../../../../areas/packages/packages-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('campaigns.packages'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['campaigns']}>
      <PackagesPage />
    </WordsFor>
  );
}
