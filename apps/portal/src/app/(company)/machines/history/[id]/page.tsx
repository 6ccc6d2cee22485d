import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportPage } from '../../../../../areas/history/import-page';
import { WordsFor } from '../../../../../i18n/words-for';

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('history'))('title') };
}

export default async function Page({ params }: PageProps) {
  const { id } = await params;
  return (
    <WordsFor areas={['history']}>
      <ImportPage id={id} />
    </WordsFor>
  );
}
