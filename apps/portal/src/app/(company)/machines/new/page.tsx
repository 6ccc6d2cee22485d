import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewMachinePage } from '../../../../areas/machines/new-machine-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('machines'))('new.title') };
}

export default function Page() {
  return (
    <WordsFor areas={['machines', 'metrics', 'refusals']}>
      <NewMachinePage />
    </WordsFor>
  );
}
