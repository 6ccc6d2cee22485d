import { PLAN_IDS, PLANS } from '@tenon/domain/billing';
import { TRIAL_DAYS } from '@tenon/domain/life';
import { useTranslations } from 'next-intl';
import { PlanColumn } from './plan-column';
import { useRoundPrice } from './use-round-price';

const FACTS = ['used-up', 'change', 'invoice', 'apps', 'leave', 'own'] as const;

/** What it costs: every plan with every price, and nothing that stands elsewhere. */
export function PricingPage() {
  const t = useTranslations('pricing');
  const price = useRoundPrice();
  const [least] = PLAN_IDS.map((id) => PLANS[id].monthly).filter(({ amountMinor }) => amountMinor > 0);
  return (
    <>
      <section className="grid gap-4 pt-10 pb-8">
        <h1 className="max-w-3xl text-28 font-semibold text-balance md:text-40">{t('title', { days: TRIAL_DAYS, least: least ? price(least) : '' })}</h1>
        <p className="max-w-2xl text-16 text-ink-2 text-pretty">{t('intro')}</p>
      </section>
      <section aria-labelledby="plans">
        <h2 id="plans" className="sr-only">
          {t('plans')}
        </h2>
        <ul className="grid pt-px pl-px sm:grid-cols-2 xl:grid-cols-4">
          {PLAN_IDS.map((id) => (
            <PlanColumn key={id} plan={PLANS[id]} trialDays={TRIAL_DAYS} />
          ))}
        </ul>
        <p className="mt-3 text-13 text-ink-3">{t('points')}</p>
      </section>
      <section className="mt-12 border-t border-ink py-10">
        <h2 className="mb-8 text-28 font-semibold">{t('facts.title')}</h2>
        <dl className="grid gap-8 md:grid-cols-2 lg:grid-cols-3">
          {FACTS.map((fact) => (
            <div key={fact} className="grid content-start gap-2 border-t border-line pt-4">
              <dt className="text-16 font-semibold">{t(`facts.${fact}.title`)}</dt>
              <dd className="text-16 text-ink-2 text-pretty">{t(`facts.${fact}.body`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
