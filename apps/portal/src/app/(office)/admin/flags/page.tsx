import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FlagsPage } from '../../../../areas/office-flags/flags-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.flags'))('title') };
}

export default function Page() {
  return <FlagsPage />;
}
