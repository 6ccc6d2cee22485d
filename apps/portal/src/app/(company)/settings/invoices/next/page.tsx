import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NextInvoicePage } from '../../../../../areas/invoices/next-invoice-page';
import { WordsFor } from '../../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invoices'))('next.title') };
}

export default function Page() {
  return (
    <WordsFor areas={['invoices', 'plan']}>
      <NextInvoicePage />
    </WordsFor>
  );
}
