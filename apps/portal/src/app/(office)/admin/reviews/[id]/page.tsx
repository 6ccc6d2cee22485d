import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReviewPage } from '../../../../../areas/office/review-page';
import { WordsFor } from '../../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.reviews'))('title') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return (
    <WordsFor areas={['developer', 'store']}>
      <ReviewPage id={(await params).id} />
    </WordsFor>
  );
}
