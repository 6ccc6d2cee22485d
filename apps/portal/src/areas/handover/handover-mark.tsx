'use client';

import { Badge, ExactTime } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { HandoverFragment } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';

/** That a machine waits to be taken over, or was. */
export function HandoverMark({ handover: { state, expiresAt, takenAt, takenBy } }: { handover: HandoverFragment }) {
  const t = useTranslations('handover');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const time = (at: string) => () => <ExactTime at={at} locale={locale} timeZone={timeZone} />;
  if (state === 'OPEN') return <Badge tone="outline">{t.rich('markOpen', { time: time(expiresAt) })}</Badge>;
  if (state === 'TAKEN' && takenAt && takenBy) return <span className="wrap-anywhere">{t.rich('markTaken', { company: takenBy, time: time(takenAt) })}</span>;
  return null;
}
