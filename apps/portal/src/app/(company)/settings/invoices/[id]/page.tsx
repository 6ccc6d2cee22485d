import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InvoicePage } from '../../../../../areas/invoices/invoice-page';
import { WordsFor } from '../../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invoices'))('single') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <WordsFor areas={['invoices', 'plan']}>
      <InvoicePage id={id} />
    </WordsFor>
  );
}
