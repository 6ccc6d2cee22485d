import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CampaignsPage } from '../../../../areas/campaigns/campaigns-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('campaigns'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['campaigns']}>
      <CampaignsPage />
    </WordsFor>
  );
}
