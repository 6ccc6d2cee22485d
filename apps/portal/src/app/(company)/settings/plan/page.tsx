import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlanPage } from '../../../../areas/plan/plan-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plan'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['plan']}>
      <PlanPage />
    </WordsFor>
  );
}
