import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MailPage } from '../../../../areas/office/mail-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.mail'))('title') };
}

export default function Page() {
  return <MailPage />;
}
