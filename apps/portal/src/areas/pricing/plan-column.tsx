import { METERS, type Meter, type Plan } from '@tenon/domain/billing';
import { LinkButton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { usePlanWords } from '../plan/use-plan-words';
import { useRoundPrice } from './use-round-price';

/** A meter by its name in the API, by which the words know it. */
const NAME = { devices: 'DEVICES', pointsADay: 'POINTS_A_DAY', apiCallsADay: 'API_CALLS_A_DAY', members: 'MEMBERS', apps: 'APPS' } as const satisfies Record<Meter, string>;
const PLAN_NAME = { trial: 'TRIAL', starter: 'STARTER', standard: 'STANDARD', enterprise: 'ENTERPRISE' } as const;

function Included({ plan }: { plan: Plan }) {
  const t = useTranslations('plan');
  const own = useTranslations('pricing');
  const words = usePlanWords();
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-2 text-14">
      {METERS.map((meter) => {
        const beyond = plan.overage[meter];
        return (
          <div key={meter} className="contents">
            <dt className="text-ink-2">{t(`quota.${NAME[meter]}`)}</dt>
            <dd className="tn-num text-right">{words.count(plan.quotas[meter])}</dd>
            <dd className="tn-num col-span-2 -mt-2 text-right text-12 text-ink-3">{beyond ? t('offers.more', { price: words.price({ amountMinor: beyond.price.amountMinor, per: beyond.per }) }) : own('ends')}</dd>
          </div>
        );
      })}
      <dt className="text-ink-2">{t('offers.retention')}</dt>
      <dd className="tn-num text-right">{t('offers.days', { count: words.count(plan.quotas.retentionDays) })}</dd>
      <dt className="text-ink-2">{t('offers.packages')}</dt>
      <dd className="tn-num text-right">{words.packageRoom(plan.quotas)}</dd>
    </dl>
  );
}

/** One plan with all that it costs, whom it is for, and the way in. */
export function PlanColumn({ plan, trialDays }: { plan: Plan; trialDays: number }) {
  const t = useTranslations('pricing');
  const words = usePlanWords();
  const price = useRoundPrice();
  const isTrial = plan.monthly.amountMinor === 0;
  return (
    <li className="-mt-px -ml-px flex flex-col gap-5 border border-line p-5" data-plan={plan.id}>
      <div className="grid gap-1">
        <h3 className="text-16 font-semibold">{words.plan(PLAN_NAME[plan.id])}</h3>
        <p>
          <span className="tn-num text-28 font-medium">{price(plan.monthly)}</span> <span className="text-14 text-ink-3">{isTrial ? t('forDays', { days: trialDays }) : t('aMonth')}</span>
        </p>
        <p className="text-14 text-ink-2 text-pretty">{t(`for.${plan.id}`)}</p>
      </div>
      <Included plan={plan} />
      <LinkButton asChild variant={isTrial ? 'primary' : 'secondary'} className="mt-auto">
        <Link href="/sign-up">{t(isTrial ? 'begin' : 'tryFirst')}</Link>
      </LinkButton>
    </li>
  );
}
