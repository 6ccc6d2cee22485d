import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InvoicesPage } from '../../../../areas/invoices/invoices-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invoices'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['invoices', 'plan']}>
      <InvoicesPage />
    </WordsFor>
  );
}
