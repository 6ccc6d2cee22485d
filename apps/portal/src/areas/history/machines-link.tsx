'use client';

import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';

/** Where imports belong. */
export function MachinesLink() {
  const t = useTranslations('history');
  return (
    <Link href="/machines" className="inline-flex min-h-6 items-center underline underline-offset-4 hover:text-ink">
      {t('machines')}
    </Link>
  );
}
