'use client';

import { Badge } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import type { FlagFactsFragment } from '../../generated/documents';

/** One flag in the list. */
export function FlagItem({ flag, isDue }: { flag: FlagFactsFragment; isDue: boolean }) {
  const t = useTranslations('office.flags');
  const { key, what, onCount, companyCount, sharePercent, isOnByDefault, area, reviewBy } = flag;
  return (
    <li className="grid gap-1 py-4">
      <Link href={`/admin/flags/${key}`} className="font-medium wrap-anywhere hover:underline">
        {useLocale() === 'en' ? what.en : what.zh}
      </Link>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-13 text-ink-2">
        <code className="text-12">{key}</code>
        <span className="tn-num">{t('on', { on: onCount, of: companyCount })}</span>
        <span>{sharePercent === null ? t(isOnByDefault ? 'defaultOn' : 'defaultOff') : t('share', { percent: sharePercent })}</span>
        <span>{t('area', { area })}</span>
        <span className="tn-num">{t('reviewBy', { day: reviewBy })}</span>
        {isDue && <Badge tone="caution">{t('due')}</Badge>}
      </div>
    </li>
  );
}
