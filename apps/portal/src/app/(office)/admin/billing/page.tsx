import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BillingPage } from '../../../../areas/office-billing/billing-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('billing'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['billing', 'invoices', 'plan']}>
      <BillingPage />
    </WordsFor>
  );
}
