'use client';

import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';

const LOOK = 'inline-flex min-h-6 items-center underline underline-offset-4 hover:text-ink';

/** Where campaigns and packages belong. */
export function Crumbs({ isWithin = false }: { isWithin?: boolean }) {
  const t = useTranslations('campaigns');
  return (
    <span className="inline-flex items-center gap-2">
      <Link href="/machines" className={LOOK}>
        {t('machines')}
      </Link>
      {isWithin && (
        <>
          <span aria-hidden="true">/</span>
          <Link href="/machines/campaigns" className={LOOK}>
            {t('title')}
          </Link>
        </>
      )}
    </span>
  );
}
