import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StandingPage } from '../../../../areas/standing/standing-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('standing'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['standing', 'plan']}>
      <StandingPage />
    </WordsFor>
  );
}
