import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewCampaignPage } from '../../../../../areas/campaigns/new/new-campaign-page';
import { WordsFor } from '../../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('campaigns.new'))('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<{ device?: string | string[]; machines?: string | string[] }> }) {
  const { device, machines } = await searchParams;
  return (
    <WordsFor areas={['campaigns']}>
      <NewCampaignPage deviceId={typeof device === 'string' ? device : undefined} isOfChosen={machines === 'chosen'} />
    </WordsFor>
  );
}
