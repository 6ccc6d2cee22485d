import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditPage } from '../../../../areas/audit/audit-page';
import { WordsFor } from '../../../../i18n/words-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

export default function Page() {
  return (
    <WordsFor areas={['audit', 'metrics']}>
      <AuditPage />
    </WordsFor>
  );
}
