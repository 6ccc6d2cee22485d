'use client';

import { Badge, Button, Checkbox } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useMetricName } from '../../metrics/use-metric-name';
import { isGuessWhole, isSettled, wrongUnit, type Meter } from '../meter-choice';

const MeterMeaning = dynamic(() => import('./meter-meaning').then(({ MeterMeaning: Form }) => Form), { ssr: false });

interface MeterRowProps {
  readonly meter: Meter;
  readonly isChosen: boolean;
  readonly isConfirming: boolean;
  onToggle(isChosen: boolean): void;
  onConfirm(): void;
  onSettled(meter: Meter): void;
}

const TONE = { settled: 'good', guessed: 'caution', unsettled: 'caution' } as const;

function stateOf(meter: Meter): keyof typeof TONE {
  if (isSettled(meter)) return 'settled';
  return isGuessWhole(meter) ? 'guessed' : 'unsettled';
}

/** A chosen metric whose meaning is a guess by its name: confirm it, or say what it is. */
function Question({ meter, isConfirming, onConfirm, onExplain }: { meter: Meter; isConfirming: boolean; onConfirm(): void; onExplain(): void }) {
  const t = useTranslations('energy.setup.meters');
  const quantities = useTranslations('metrics.quantities');
  if (!isGuessWhole(meter)) {
    return (
      <Button size="sm" onClick={onExplain}>
        {t('explain')}
      </Button>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-2 text-13">
      <span className="text-ink-2">{t('confirmOne', { quantity: quantities(meter.quantity), unit: meter.unit ?? (meter.quantity === 'POWER' ? 'kW' : 'kWh') })}</span>
      <Button size="sm" isLoading={isConfirming} onClick={onConfirm}>
        {t('confirmYes')}
      </Button>
      <Button size="sm" variant="quiet" onClick={onExplain}>
        {t('confirmNo')}
      </Button>
    </div>
  );
}

function Facts({ meter }: { meter: Meter }) {
  const t = useTranslations('energy.setup.meters');
  const quantities = useTranslations('metrics.quantities');
  const nameOf = useMetricName();
  const state = stateOf(meter);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-2">
      {nameOf(meter.key) !== meter.key && <code className="text-12 text-ink-3">{meter.key}</code>}
      <span>{quantities(meter.quantity)}</span>
      <span>{meter.unit ? t('unit', { unit: meter.unit }) : t('noUnit')}</span>
      <Badge tone={TONE[state]}>{t(state)}</Badge>
    </span>
  );
}

/** Below a chosen metric whose meaning is open: the question, or the form that answers it at length. */
function Open({ meter, isConfirming, onConfirm, onSettled }: Pick<MeterRowProps, 'meter' | 'isConfirming' | 'onConfirm' | 'onSettled'>) {
  const [isExplaining, setIsExplaining] = useState(false);
  if (isExplaining) return <MeterMeaning meter={meter} onSettled={onSettled} />;
  return (
    <div className="pl-8">
      <Question meter={meter} isConfirming={isConfirming} onConfirm={onConfirm} onExplain={() => setIsExplaining(true)} />
    </div>
  );
}

/** One metric that may be read, and what its numbers mean. */
export function MeterRow({ meter, isChosen, onToggle, ...settling }: MeterRowProps) {
  const t = useTranslations('energy.setup.meters');
  const nameOf = useMetricName();
  // A reading may still turn out to be energy once the person says so; only what is energy in another unit is shut out.
  const unit = meter.quantity === 'GAUGE' ? null : wrongUnit(meter);
  return (
    <li className="grid grid-cols-1 gap-3 border-t border-line py-3 first:border-0">
      <Checkbox
        label={<span className="font-medium">{nameOf(meter.key)}</span>}
        hint={unit === null ? <Facts meter={meter} /> : t('wrongUnit', { unit, right: meter.quantity === 'POWER' ? 'kW' : 'kWh' })}
        checked={isChosen}
        disabled={unit !== null && !isChosen}
        onCheckedChange={onToggle}
      />
      {isChosen && !isSettled(meter) && <Open meter={meter} {...settling} />}
    </li>
  );
}
