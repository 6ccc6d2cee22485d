import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import { PrivacyPage } from '../../../areas/privacy/privacy-page';
import { portalEnv } from '../../../server/env';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy');
  return { title: t('title'), description: t('intro') };
}

export default async function Page() {
  // Who runs the platform is known when it runs, and not when it is built.
  await connection();
  const { OPERATOR_NAME: name, OPERATOR_CONTACT: contact } = portalEnv();
  return <PrivacyPage operator={{ name, contact }} />;
}
