'use client';

import { Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { CompanyFactsFragment } from '../../generated/documents';
import { MoveList } from '../standing/move-list';
import { useStandingWords } from '../standing/use-standing-words';

/** Where a company stands, and how it came there, on its page in the office. */
export function CompanyLife({ standing }: { standing: CompanyFactsFragment['standing'] }) {
  const t = useTranslations('standing');
  const sentence = useStandingWords();
  return (
    <Section title={t('title')} description={sentence(standing)}>
      <MoveList moves={standing.moves} />
    </Section>
  );
}
