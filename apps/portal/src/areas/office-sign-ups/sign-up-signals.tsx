'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { SignUpFactsFragment } from '../../generated/documents';

/** Why a sign-up is to be looked at, and by what. */
export function SignUpSignals({ signals }: { signals: SignUpFactsFragment['signals'] }) {
  const t = useTranslations('office.signUps');
  const isEnglish = useLocale() === 'en';
  if (signals.length === 0) return <p className="text-14 text-ink-2">{t('noSignals')}</p>;
  return (
    <ul className="grid gap-1 text-14">
      {signals.map(({ rule, what, subject }) => (
        <li key={rule} className="flex flex-wrap gap-x-3">
          <span>{isEnglish ? what.en : what.zh}</span>
          <code className="text-13 text-ink-2 break-all">{subject}</code>
        </li>
      ))}
    </ul>
  );
}
