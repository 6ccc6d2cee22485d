'use client';

import { Badge, Button, ProgressBar } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { MeterFactsFragment } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { usePlanWords } from './use-plan-words';

const TONE = { OK: 'neutral', NEAR: 'caution', REACHED: 'danger' } as const;

/** Where the meter ends and what lies beyond, in one line. */
function useHint({ quota, cap, limit, overage }: MeterFactsFragment): string {
  const t = useTranslations('plan.usage');
  const words = usePlanWords();
  if (overage && limit > quota) return t('beyond', { cap: words.count(limit), price: words.price(overage) });
  if (cap !== null && cap !== undefined && limit < quota) return t('below', { cap: words.count(limit) });
  return overage ? t('endsAndSold', { price: words.price(overage) }) : t('ends');
}

/** One meter: how much of its quota is used, and where it ends. */
export function MeterRow({ usage, onCap }: { usage: MeterFactsFragment; onCap: () => void }) {
  const t = useTranslations('plan');
  const words = usePlanWords();
  const hint = useHint(usage);
  const mayManage = useMay('billing:manage');
  const { meter, used, quota, limit, state, forecast } = usage;
  const busiest = forecast ? Math.max(...forecast.days.map(({ quantity }) => quantity)) : null;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 py-4" data-meter={meter}>
      <div className="min-w-0 flex-1 basis-80">
        <ProgressBar
          label={t(`meter.${meter}`)}
          value={Math.min(quota, limit) === 0 ? 1 : used / Math.min(quota, limit)}
          valueText={t('usage.of', { used: words.count(used), quota: words.count(quota) })}
          tone={state === 'REACHED' ? 'danger' : 'ink'}
          hint={
            <>
              {hint}
              {busiest !== null && ` ${t('usage.busiest', { count: words.count(busiest), isOver: busiest > quota ? 'yes' : 'no' })}`}
            </>
          }
        />
      </div>
      <div className="flex items-center gap-3">
        <Badge tone={TONE[state]}>{t(`state.${state}`)}</Badge>
        {mayManage && (
          <Button size="sm" onClick={onCap} aria-label={t('cap.openFor', { meter: t(`meter.${meter}`) })}>
            {t('cap.open')}
          </Button>
        )}
      </div>
    </li>
  );
}
