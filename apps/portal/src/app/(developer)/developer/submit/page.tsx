import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SubmitPage } from '../../../../areas/developer/submit-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('developer.submit'))('title') };
}

export default function Page() {
  return <SubmitPage />;
}
