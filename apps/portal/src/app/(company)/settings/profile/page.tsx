import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProfilePage } from '../../../../areas/settings/profile-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('profile.title') };
}

export default function Page() {
  return <ProfilePage />;
}
