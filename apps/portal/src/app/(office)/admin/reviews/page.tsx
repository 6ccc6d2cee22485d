import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReviewsPage } from '../../../../areas/office/reviews-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.reviews'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['developer', 'store']}>
      <ReviewsPage />
    </WordsFor>
  );
}
