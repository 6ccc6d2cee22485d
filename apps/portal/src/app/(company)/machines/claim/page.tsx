import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClaimPage } from '../../../../areas/handover/claim-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('handover.claim'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['handover']}>
      <ClaimPage />
    </WordsFor>
  );
}
