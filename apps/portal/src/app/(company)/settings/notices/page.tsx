import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NoticeSettingsPage } from '../../../../areas/robots/notice-settings-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('choices.title') };
}

export default function Page() {
  return (
    <WordsFor areas={['notices']}>
      <NoticeSettingsPage />
    </WordsFor>
  );
}
