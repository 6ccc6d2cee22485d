'use client';

import { useTranslations } from 'next-intl';
import type { ShutOut } from './sso-connection';

/** How many are named before the rest is counted. */
const NAMED = 8;

/** Who could not come in any more, and the way in that is left. */
export function ShutOutList({ shutOut: { people, totalCount } }: { shutOut: ShutOut }) {
  const t = useTranslations('security.sso.demand');
  const named = people.slice(0, NAMED);
  return (
    <span className="grid gap-3">
      <span>{t('body')}</span>
      <span>{totalCount === 0 ? t('nobody') : t('out', { count: totalCount })}</span>
      {named.map(({ id, name, email }) => (
        <span key={id} className="wrap-anywhere">
          {name} · {email}
        </span>
      ))}
      {totalCount > named.length && <span>{t('more', { count: totalCount - named.length })}</span>}
      <span>{t('wayIn')}</span>
    </span>
  );
}
