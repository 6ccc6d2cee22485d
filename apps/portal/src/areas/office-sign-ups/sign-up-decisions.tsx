'use client';

import { ExactTime } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { SignUpFactsFragment } from '../../generated/documents';
import { useOfficeZone } from '../office/office-context';

/** What was decided about a sign-up, by whom and why, newest first. */
export function SignUpDecisions({ decisions }: { decisions: SignUpFactsFragment['decisions'] }) {
  const t = useTranslations('office.signUps');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  if (decisions.length === 0) return null;
  return (
    <ul className="grid gap-1 text-13 text-ink-2">
      {decisions.map(({ decision, note, decidedBy, decidedAt }) => (
        <li key={decidedAt} className="flex flex-wrap gap-x-3">
          <ExactTime at={decidedAt} locale={locale} timeZone={timeZone} precision="minute" />
          <span>{decidedBy}</span>
          <span>{t(`decided.${decision}`)}</span>
          <span className="text-ink wrap-anywhere">{note}</span>
        </li>
      ))}
    </ul>
  );
}
