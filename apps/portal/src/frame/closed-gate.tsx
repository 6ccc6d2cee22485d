'use client';

import { EmptyState, LinkButton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useViewer } from '../viewer/viewer-context';
import { isWithin } from './paths';

/** What a closed company keeps: the way out and the way back. */
const WAY_OUT = ['/settings', '/notices'];

/** In a closed company says so where a page would have nothing to show. */
export function ClosedGate({ children }: { children: ReactNode }) {
  const t = useTranslations('frame.closed');
  const pathname = usePathname();
  const { standing } = useViewer();
  const isClosed = standing?.state === 'CLOSED' || standing?.state === 'ERASED';
  if (!isClosed || WAY_OUT.some((href) => isWithin(pathname, href))) return children;
  const action = (
    <LinkButton asChild variant="primary">
      <Link href="/settings/standing">{t('action')}</Link>
    </LinkButton>
  );
  return <EmptyState title={t('title')} body={t('body')} action={action} />;
}
