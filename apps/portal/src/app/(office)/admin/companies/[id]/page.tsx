import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CompanyPage } from '../../../../../areas/office/company-page';
import { WordsFor } from '../../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.companies'))('title') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <WordsFor areas={['people', 'metrics', 'billing', 'invoices', 'plan', 'standing']}>
      <CompanyPage id={id} />
    </WordsFor>
  );
}
