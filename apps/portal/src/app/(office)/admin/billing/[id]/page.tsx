import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OfficeInvoicePage } from '../../../../../areas/office-billing/office-invoice-page';
import { WordsFor } from '../../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('billing'))('single') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <WordsFor areas={['billing', 'invoices', 'plan']}>
      <OfficeInvoicePage id={id} />
    </WordsFor>
  );
}
