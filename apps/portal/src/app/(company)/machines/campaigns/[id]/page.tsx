import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CampaignPage } from '../../../../../areas/campaigns/one/campaign-page';
import { WordsFor } from '../../../../../i18n/words-for';

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('campaigns'))('title') };
}

export default async function Page({ params }: PageProps) {
  const { id } = await params;
  return (
    <WordsFor areas={['campaigns']}>
      <CampaignPage id={id} />
    </WordsFor>
  );
}
