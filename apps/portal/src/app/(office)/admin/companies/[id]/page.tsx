import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CompanyPage } from '../../../../../areas/office/company-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.companies'))('title') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <CompanyPage id={(await params).id} />;
}
