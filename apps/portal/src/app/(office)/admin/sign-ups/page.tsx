import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignUpsPage } from '../../../../areas/office-sign-ups/sign-ups-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.signUps'))('title') };
}

export default function Page() {
  return <SignUpsPage />;
}
