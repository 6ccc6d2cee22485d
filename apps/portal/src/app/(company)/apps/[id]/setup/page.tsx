import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Prefetched, question } from '../../../../../api/prefetched';
import { SetupPage } from '../../../../../areas/apps/setup-page';
import { SubscriptionDocument } from '../../../../../generated/documents';
import { WordsFor } from '../../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apps'))('title') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <WordsFor areas={['apps', 'store', 'energy', 'indicators', 'metrics']}>
      <Prefetched questions={[question(SubscriptionDocument, { id })]}>
        <SetupPage id={id} />
      </Prefetched>
    </WordsFor>
  );
}
