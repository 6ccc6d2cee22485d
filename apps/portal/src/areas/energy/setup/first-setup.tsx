'use client';

import { Button, PageHeader, Stepper } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useMay } from '../../../viewer/viewer-context';
import { FormFault } from '../../apps/form-fault';
import type { Subscription } from '../../apps/use-subscription';
import { useLocalized } from '../../store/use-localized';
import { DraftStep } from './draft-step';
import { DRAFT_PARTS, isPartWhole } from './energy-draft';
import { ReviewStep } from './review-step';
import { useEnergyDraft, type DraftState } from './use-energy-draft';

const STEPS = [...DRAFT_PARTS, 'review'] as const;
const LAST = STEPS.length - 1;

/** Goes step by step; what is missing is said when the person wants on. */
function useSteps(state: DraftState) {
  const [index, setIndex] = useState(0);
  const [isChecked, setIsChecked] = useState(false);
  const key = STEPS[index] ?? 'review';
  const go = (to: number): void => {
    setIsChecked(false);
    setIndex(to);
  };
  const next = (): void => {
    if (key === 'review') state.send();
    else if (isPartWhole(state.draft, key)) go(index + 1);
    else setIsChecked(true);
  };
  return { index, key, isChecked, next, back: () => go(index - 1) };
}

type Steps = ReturnType<typeof useSteps>;

/** The step's question; it takes the focus when the step changes, so that reading starts there. */
function StepHead({ stepKey, index }: { stepKey: Steps['key']; index: number }) {
  const t = useTranslations('energy.setup');
  const heading = useRef<HTMLHeadingElement>(null);
  const shownIndex = useRef(index);
  useEffect(() => {
    if (shownIndex.current !== index) heading.current?.focus();
    shownIndex.current = index;
  }, [index]);
  return (
    <div className="grid grid-cols-1 gap-1">
      <h2 ref={heading} tabIndex={-1} className="text-20 font-semibold outline-none">
        {t(`${stepKey}.title`)}
      </h2>
      <p className="max-w-prose text-14 text-ink-2">{t(`${stepKey}.body`)}</p>
    </div>
  );
}

function Actions({ steps, state }: { steps: Steps; state: DraftState }) {
  const t = useTranslations('energy.setup');
  const mayUpdate = useMay('subscription:update');
  const isLast = steps.index === LAST;
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line pt-4 max-md:flex-col-reverse max-md:items-stretch">
      {steps.index > 0 && (
        <Button size="lg" onClick={steps.back} disabled={state.isSending}>
          {t('back')}
        </Button>
      )}
      <Button variant="primary" size="lg" onClick={steps.next} isLoading={state.isSending} loadingLabel={t('finishing')} disabled={isLast && !mayUpdate}>
        {isLast ? t('finish') : t('next')}
      </Button>
      {isLast && !mayUpdate && <p className="text-13 text-ink-3">{t('mayNot')}</p>}
    </div>
  );
}

/** The first set-up: four steps. */
export function FirstSetup({ subscription }: { subscription: Subscription }) {
  const t = useTranslations('energy.setup');
  const localized = useLocalized();
  const state = useEnergyDraft(subscription);
  const steps = useSteps(state);
  return (
    <div className="grid grid-cols-1 max-w-5xl gap-8">
      <PageHeader title={t('title', { app: localized(subscription.app.name) })} answer={t('answer')} />
      <Stepper
        label={t('steps.label')}
        steps={STEPS.map((key) => ({ key, label: t(`steps.${key}`) }))}
        currentIndex={steps.index}
        statusLabels={{ done: t('steps.done'), current: t('steps.current'), upcoming: t('steps.upcoming') }}
      />
      <section className="grid grid-cols-1 gap-6">
        <StepHead stepKey={steps.key} index={steps.index} />
        {steps.key === 'review' ? <ReviewStep draft={state.draft} /> : <DraftStep part={steps.key} state={state} isChecked={steps.isChecked} />}
      </section>
      <FormFault error={state.error} kept={t('notSaved')} />
      <Actions steps={steps} state={state} />
    </div>
  );
}
