import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Prefetched } from '../../../../api/prefetched';
import { AppPage } from '../../../../areas/apps/app-page';
import { appQuestions } from '../../../../areas/apps/app-questions';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apps'))('title') };
}

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: PageProps) {
  const { id } = await params;
  return (
    <WordsFor areas={['apps', 'store', 'energy', 'indicators', 'metrics']}>
      <Prefetched questions={await appQuestions(id, await searchParams)}>
        <AppPage id={id} />
      </Prefetched>
    </WordsFor>
  );
}
