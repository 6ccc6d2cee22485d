import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuthoritiesPage } from '../../../../areas/certificates/authorities-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certificates.authorities'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['certificates']}>
      <AuthoritiesPage />
    </WordsFor>
  );
}
