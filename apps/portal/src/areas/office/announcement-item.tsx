'use client';

import { Badge, Button, formatInstant } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { AnnouncementStrip } from '../../frame/announcement-strip';
import type { AnnouncementFactsFragment } from '../../generated/documents';
import type { AnnouncementState } from './announcement-state';
import { useOfficeZone } from './office-context';

const AnnouncementDecision = dynamic(() => import('./announcement-decision').then(({ AnnouncementDecision: Ask }) => Ask), { ssr: false });

const TONES = { DRAFT: 'outline', AHEAD: 'outline', SHOWN: 'good', OVER: 'neutral', WITHDRAWN: 'neutral' } as const satisfies Readonly<Record<AnnouncementState, string>>;
const MAY_WITHDRAW: readonly AnnouncementState[] = ['DRAFT', 'AHEAD', 'SHOWN'];

/** For whom it is, in words. */
function useAudience({ plans, companyIds }: AnnouncementFactsFragment): string {
  const t = useTranslations('office.announcements');
  const plan = useTranslations('office.plan.name');
  if (companyIds.length > 0) return t('toSome', { count: companyIds.length });
  return plans.length > 0 ? t('toPlans', { plans: plans.map((each) => plan(each)).join(', ') }) : t('toAll');
}

/** One announcement as companies see it, with whom it is for, and what is to be done with it. */
export function AnnouncementItem({ announcement, state }: { announcement: AnnouncementFactsFragment; state: AnnouncementState }) {
  const t = useTranslations('office.announcements');
  const timeZone = useOfficeZone();
  const audience = useAudience(announcement);
  const [asking, setAsking] = useState<'publish' | 'withdraw' | null>(null);
  const at = (instant: string): string => formatInstant(Date.parse(instant), { timeZone, precision: 'minute' });
  return (
    <li className="grid gap-3 py-4">
      <div className="rounded border border-line">
        <AnnouncementStrip announcement={announcement} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-13 text-ink-2">
        <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
        <span>{t(`severities.${announcement.severity}`)}</span>
        <span className="tn-num">{t('span', { from: at(announcement.fromAt), to: at(announcement.toAt) })}</span>
        <span>{audience}</span>
        <span>{t('by', { who: announcement.writtenBy })}</span>
        <span className="flex flex-1 justify-end gap-2">
          {MAY_WITHDRAW.includes(state) && (
            <Button size="sm" onClick={() => setAsking('withdraw')}>
              {t('withdraw')}
            </Button>
          )}
          {state === 'DRAFT' && (
            <Button size="sm" variant="primary" onClick={() => setAsking('publish')}>
              {t('publish')}
            </Button>
          )}
        </span>
      </div>
      {asking && <AnnouncementDecision id={announcement.id} decision={asking} onClose={() => setAsking(null)} />}
    </li>
  );
}
