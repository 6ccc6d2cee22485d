import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CompaniesPage } from '../../../areas/office/companies-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.companies'))('title') };
}

export default function Page() {
  return <CompaniesPage />;
}
