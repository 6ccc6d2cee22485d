import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AnnouncementsPage } from '../../../../areas/office/announcements-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.announcements'))('title') };
}

export default function Page() {
  return <AnnouncementsPage />;
}
