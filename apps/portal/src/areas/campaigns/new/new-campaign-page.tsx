'use client';

import { Button, PageHeader, Skeleton, Stepper } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import type { MachineSelectionInput } from '../../../generated/documents';
import { Crumbs } from '../crumbs';
import { chosenMachines } from './chosen-machines';
import { broughtOf, FIRST_DRAFT, type Draft } from './draft';

const WhatStep = dynamic(() => import('./what-step').then(({ WhatStep: Step }) => Step), { ssr: false, loading: () => <Skeleton height={240} /> });
const MachinesStep = dynamic(() => import('./machines-step').then(({ MachinesStep: Step }) => Step), { ssr: false, loading: () => <Skeleton height={240} /> });
const PlanStep = dynamic(() => import('./plan-step').then(({ PlanStep: Step }) => Step), { ssr: false, loading: () => <Skeleton height={240} /> });

const STEPS = ['what', 'machines', 'plan'] as const;

const isNamed = (draft: Draft): boolean => draft.name.trim() !== '' && broughtOf(draft) !== undefined;

/** Begins a campaign: what it brings, to which machines, in which stages. */
export function NewCampaignPage({ deviceId, isOfChosen }: { deviceId: string | undefined; isOfChosen: boolean }) {
  const t = useTranslations('campaigns.new');
  const [step, setStep] = useState(0);
  const [given, setGiven] = useState<MachineSelectionInput | undefined>(deviceId === undefined ? undefined : { deviceIds: [deviceId] });
  useEffect(() => {
    if (isOfChosen) setGiven(chosenMachines());
  }, [isOfChosen]);
  const [draft, setDraft] = useState<Draft>(FIRST_DRAFT);
  const [fit, setFit] = useState<{ readonly count: number; readonly expected: number } | null>(null);
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const canGoOn = step === 0 ? isNamed(draft) : (fit?.count ?? 0) > 0;
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader eyebrow={<Crumbs isWithin />} title={t('title')} answer={t(`answers.${STEPS[step] ?? 'what'}`)} />
      <Stepper label={t('title')} currentIndex={step} statusLabels={{ done: t('done'), current: t('current'), upcoming: t('upcoming') }} steps={STEPS.map((key) => ({ key, label: t(`steps.${key}`) }))} />
      {step === 0 && <WhatStep draft={draft} onChange={change} />}
      {step === 1 && <MachinesStep draft={draft} given={given} onOthers={() => setGiven(undefined)} onChange={change} onFit={setFit} />}
      {step === 2 && <PlanStep draft={draft} given={given} fit={fit} onChange={change} />}
      <Ways step={step} canGoOn={canGoOn} onStep={setStep} />
    </div>
  );
}

/** To the step before and the one after. */
function Ways({ step, canGoOn, onStep }: { step: number; canGoOn: boolean; onStep(step: number): void }) {
  const t = useTranslations('campaigns.new');
  return (
    <div className="flex flex-wrap gap-3">
      {step > 0 && <Button onClick={() => onStep(step - 1)}>{t('back')}</Button>}
      {step < STEPS.length - 1 && (
        <Button variant="primary" disabled={!canGoOn} onClick={() => onStep(step + 1)}>
          {t('next')}
        </Button>
      )}
    </div>
  );
}
