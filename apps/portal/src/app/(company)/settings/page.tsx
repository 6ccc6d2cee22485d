import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SettingsPage } from '../../../areas/settings/settings-page';
import { WordsFor } from '../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['settings']}>
      <SettingsPage />
    </WordsFor>
  );
}
