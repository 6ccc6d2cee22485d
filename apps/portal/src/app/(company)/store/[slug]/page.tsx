import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Prefetched, question } from '../../../../api/prefetched';
import { StoreAppPage } from '../../../../areas/store/store-app-page';
import { StoreAppDocument } from '../../../../generated/documents';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('store'))('title') };
}

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return (
    <WordsFor areas={['store']}>
      <Prefetched questions={[question(StoreAppDocument, { slug })]}>
        <StoreAppPage slug={slug} />
      </Prefetched>
    </WordsFor>
  );
}
