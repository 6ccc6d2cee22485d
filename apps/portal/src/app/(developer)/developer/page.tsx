import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VersionsPage } from '../../../areas/developer/versions-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('developer.versions'))('title') };
}

export default function Page() {
  return <VersionsPage />;
}
