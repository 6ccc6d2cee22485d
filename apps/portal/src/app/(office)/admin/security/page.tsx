import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SecurityPage } from '../../../../areas/security/security-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['security', 'newPassword', 'ownAccount']}>
      <SecurityPage />
    </WordsFor>
  );
}
