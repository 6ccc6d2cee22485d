import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProvisioningPage } from '../../../../areas/provisioning/provisioning-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('provisioning'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['provisioning']}>
      <ProvisioningPage />
    </WordsFor>
  );
}
