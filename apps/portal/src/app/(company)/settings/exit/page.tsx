import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExitPage } from '../../../../areas/exit/exit-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exit'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['exit']}>
      <ExitPage />
    </WordsFor>
  );
}
