import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BackupsPage } from '../../../../areas/backups/backups-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operations.backups'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['operations']}>
      <BackupsPage />
    </WordsFor>
  );
}
