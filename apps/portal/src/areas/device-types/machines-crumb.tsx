'use client';

import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';

/** Where device types belong: to the machines; and from one type back to all of them. */
export function MachinesCrumb({ isBelowList = false }: { isBelowList?: boolean }) {
  const t = useTranslations('deviceTypes');
  const look = 'inline-flex min-h-6 items-center underline underline-offset-4 hover:text-ink';
  return (
    <span className="inline-flex items-center gap-2">
      <Link href="/machines" className={look}>
        {t('crumb')}
      </Link>
      {isBelowList && (
        <>
          <span aria-hidden="true">/</span>
          <Link href="/machines/types" className={look}>
            {t('title')}
          </Link>
        </>
      )}
    </span>
  );
}
