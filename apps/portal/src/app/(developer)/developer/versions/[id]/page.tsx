import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VersionPage } from '../../../../../areas/developer/version-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('developer.versions'))('title') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <VersionPage id={(await params).id} />;
}
