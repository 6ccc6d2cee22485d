import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MachinesPage } from '../../../areas/machines/machines-page';
import { WordsFor } from '../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('machines'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['machines', 'metrics', 'plant', 'handover']}>
      <MachinesPage />
    </WordsFor>
  );
}
