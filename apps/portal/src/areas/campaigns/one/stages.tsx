'use client';

import { Section, Stepper } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { CampaignQuery } from '../../../generated/documents';

type Plan = CampaignQuery['campaign']['plan'];

/** The stages of a campaign, and in which it is; below them when it pauses, and how long it waits for a machine. */
export function Stages({ campaign: { plan, stage, state } }: { campaign: Pick<CampaignQuery['campaign'], 'plan' | 'stage' | 'state'> }) {
  const t = useTranslations('campaigns.stages');
  const steps = plan.stages.map(({ upTo, unit, updatedPercent, waitMinutes }, index) => {
    const isLast = index === plan.stages.length - 1;
    return { key: String(index), label: t(unit === 'MACHINES' ? 'machines' : upTo === 100 ? 'all' : 'percent', { upTo }), description: isLast ? undefined : t('then', { updatedPercent, waitMinutes }) };
  });
  const at = state === 'DONE' ? steps.length : stage - 1;
  return (
    <Section title={t('title')}>
      <Stepper label={t('title')} currentIndex={at} statusLabels={{ done: t('done'), current: t('current'), upcoming: t('upcoming') }} steps={steps.map(({ key, label }) => ({ key, label }))} />
      <ul className="mt-3 grid gap-1 text-13 text-ink-2">
        {steps.flatMap(({ key, label, description }) => (description ? [<li key={key}>{t('rule', { label, description })}</li>] : []))}
        <Limits plan={plan} />
      </ul>
    </Section>
  );
}

function Limits({ plan: { pauseAfterFailures, pausePercent, timeoutMinutes, retries } }: { plan: Plan }) {
  const t = useTranslations('campaigns.stages');
  return (
    <>
      {pauseAfterFailures !== null && <li>{t('pauseAfter', { count: pauseAfterFailures })}</li>}
      {pausePercent !== null && <li>{t('pausePercent', { percent: pausePercent })}</li>}
      <li>{t('timeout', { minutes: timeoutMinutes, retries })}</li>
    </>
  );
}
