import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LandingPage } from '../../areas/landing/landing-page';
import { WordsFor } from '../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('public');
  return { title: { absolute: t('pageTitle') }, description: t('hero.body') };
}

export default function Page() {
  return (
    <WordsFor areas={['public', 'metrics']}>
      <LandingPage />
    </WordsFor>
  );
}
