'use client';

import { Badge, Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { PlanFactsFragment, PlanId } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { usePlanWords } from './use-plan-words';

interface OfferCardProps {
  readonly offer: PlanFactsFragment;
  readonly current: PlanFactsFragment;
  /** The plan that is agreed for later. */
  readonly nextId: PlanId | null;
  onChoose(): void;
}

function Included({ offer }: { offer: PlanFactsFragment }) {
  const t = useTranslations('plan');
  const words = usePlanWords();
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-13">
      {offer.meters.map(({ meter, quota, overage }) => (
        <div key={meter} className="contents">
          <dt className="text-ink-2">{t(`quota.${meter}`)}</dt>
          <dd className="tn-num text-right">
            {words.count(quota)}
            {overage && <span className="block text-12 text-ink-3">{t('offers.more', { price: words.price(overage) })}</span>}
          </dd>
        </div>
      ))}
      <dt className="text-ink-2">{t('offers.retention')}</dt>
      <dd className="tn-num text-right">{t('offers.days', { count: words.count(offer.retentionDays) })}</dd>
      <dt className="text-ink-2">{t('offers.packages')}</dt>
      <dd className="tn-num text-right">{words.packageRoom(offer)}</dd>
    </dl>
  );
}

/** One plan: what it costs and includes. */
export function OfferCard({ offer, current, nextId, onChoose }: OfferCardProps) {
  const t = useTranslations('plan.offers');
  const words = usePlanWords();
  const mayManage = useMay('billing:manage');
  const isCurrent = offer.id === current.id;
  return (
    <li className="-mt-px -ml-px flex flex-col gap-4 border border-line p-4" data-plan={offer.id}>
      <div>
        <h3 className="flex flex-wrap items-center gap-2 text-16 font-semibold">
          {words.plan(offer.id)}
          {isCurrent && <Badge tone="accent">{t('current')}</Badge>}
          {offer.id === nextId && <Badge>{t('agreed')}</Badge>}
        </h3>
        <p className="mt-1 text-14">
          <span className="tn-num text-20 font-medium">{words.money(offer.monthlyMinor)}</span> <span className="text-ink-3">{t('aMonth')}</span>
        </p>
      </div>
      <Included offer={offer} />
      {mayManage && !isCurrent && offer.id !== nextId && (
        <Button className="mt-auto" onClick={onChoose}>
          {t(offer.monthlyMinor > current.monthlyMinor ? 'up' : 'down', { plan: words.plan(offer.id) })}
        </Button>
      )}
    </li>
  );
}
