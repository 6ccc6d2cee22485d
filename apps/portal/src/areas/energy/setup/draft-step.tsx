'use client';

import { FieldError, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { isSettled, wrongUnit, type Meter } from '../meter-choice';
import { MOST_METERS, type DraftPart } from './energy-draft';
import { MeterStep } from './meter-step';
import type { DraftState } from './use-energy-draft';

const waiting = () => <Skeleton lines={6} height={28} />;
const TariffStep = dynamic(() => import('./tariff-step').then(({ TariffStep: Step }) => Step), { loading: waiting });
const FactorStep = dynamic(() => import('./factor-step').then(({ FactorStep: Step }) => Step), { loading: waiting });

function useMeterFault(meters: readonly Meter[]): string | null {
  const t = useTranslations('energy.setup.meters');
  if (meters.length === 0) return t('none');
  if (meters.length > MOST_METERS) return t('tooMany', { most: MOST_METERS });
  if (meters.some((meter) => isSettled(meter) && wrongUnit(meter) !== null)) return t('unitFault');
  const open = meters.filter((meter) => !isSettled(meter)).length;
  return open > 0 ? t('open', { count: open }) : null;
}

function Meters({ state, isChecked }: { state: DraftState; isChecked: boolean }) {
  const t = useTranslations('energy.setup.meters');
  const meters = state.draft.meters ?? [];
  const fault = useMeterFault(meters);
  return (
    <div className="grid grid-cols-1 gap-4">
      <MeterStep chosen={state.draft.meters} seriesIds={state.seriesIds} isChecked={isChecked} onChange={state.alterMeters} />
      <p aria-live="polite" className="text-14 text-ink-2">
        {t('chosen', { count: meters.length, machines: new Set(meters.map(({ deviceId }) => deviceId)).size })}
      </p>
      {isChecked && fault && <FieldError>{fault}</FieldError>}
    </div>
  );
}

/** One part of the set-up, in a step of its own or on the settings page. */
export function DraftStep({ part, state, isChecked }: { part: DraftPart; state: DraftState; isChecked: boolean }) {
  if (part === 'meters') return <Meters state={state} isChecked={isChecked} />;
  if (part === 'tariff') return <TariffStep draft={state.draft} isChecked={isChecked} onChange={state.alter} />;
  return <FactorStep draft={state.draft} isChecked={isChecked} onChange={state.alter} />;
}
