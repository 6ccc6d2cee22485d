import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FlagPage } from '../../../../../areas/office-flags/flag-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.flags'))('title') };
}

export default async function Page({ params }: { params: Promise<{ key: string }> }) {
  return <FlagPage flagKey={(await params).key} />;
}
