import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HealthPage } from '../../../../areas/health/health-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operations.health'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['operations']}>
      <HealthPage />
    </WordsFor>
  );
}
