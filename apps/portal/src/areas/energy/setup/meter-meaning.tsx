'use client';

import { Button, FieldError, RadioCards, SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../../api/use-change';
import { useErrorWords } from '../../../errors/use-error-words';
import { DescribeMeterDocument, type IntervalStamp } from '../../../generated/documents';
import { useMetricName } from '../../metrics/use-metric-name';
import { METER_QUANTITIES, type Meter, type MeterQuantity } from '../meter-choice';
import { descriptionOf, meaningOf, type Meaning } from './meter-description';

const LENGTHS_MIN = [1, 5, 10, 15, 30, 60] as const;
/** The stamp of the example, minutes after midnight. */
const EXAMPLE_MIN = 8 * 60 + 15;

interface FieldsProps {
  readonly meaning: Meaning;
  change(part: Partial<Meaning>): void;
}

function clockOfMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** How long an interval is, and which end of it a stamp marks, each with an example of its own. */
function IntervalFields({ meaning: { lengthMin, stamp }, change }: FieldsProps) {
  const t = useTranslations('energy.setup.meaning');
  const lengths = [...new Set([...LENGTHS_MIN, lengthMin])].sort((a, b) => a - b);
  return (
    <div className="grid grid-cols-1 gap-4">
      <SelectField
        label={t('length')}
        value={String(lengthMin)}
        onValueChange={(value) => change({ lengthMin: Number(value) })}
        options={lengths.map((count) => ({ value: String(count), label: t('minutes', { count }) }))}
        fieldClassName="max-w-48"
      />
      <RadioCards<IntervalStamp>
        legend={t('end')}
        name="stamp"
        columns={2}
        value={stamp}
        onValueChange={(next) => change({ stamp: next })}
        options={[
          { value: 'END', label: t('END'), description: t('ENDHelp', { from: clockOfMinute(EXAMPLE_MIN - lengthMin) }) },
          { value: 'START', label: t('START'), description: t('STARTHelp', { to: clockOfMinute(EXAMPLE_MIN + lengthMin) }) },
        ]}
      />
    </div>
  );
}

interface MeterMeaningProps {
  readonly meter: Meter;
  onSettled(meter: Meter): void;
}

/** The person says what a metric's numbers mean; kept with the metric for every app. */
export function MeterMeaning({ meter, onSettled }: MeterMeaningProps) {
  const t = useTranslations('energy.setup.meaning');
  const nameOf = useMetricName();
  const words = useErrorWords();
  const [meaning, setMeaning] = useState(() => meaningOf(meter));
  const change = useChange(DescribeMeterDocument, { onDone: ({ describeSeries }) => onSettled(describeSeries) });
  const fault = change.error && words(change.error);
  const alter = (part: Partial<Meaning>): void => setMeaning((known) => ({ ...known, ...part }));
  return (
    <div className="grid grid-cols-1 gap-4 border-l-2 border-ink-3 bg-sunken p-4">
      <RadioCards<MeterQuantity>
        legend={t('legend', { metric: nameOf(meter.key) })}
        name={`quantity-${meter.id}`}
        columns={3}
        value={meaning.quantity}
        onValueChange={(quantity) => alter({ quantity })}
        options={METER_QUANTITIES.map((value) => ({ value, label: t(value), description: t(`${value}Help`) }))}
      />
      {meaning.quantity === 'INTERVAL' && <IntervalFields meaning={meaning} change={alter} />}
      {fault && <FieldError>{`${fault.what} ${fault.next}`}</FieldError>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant="primary" isLoading={change.isPending} loadingLabel={t('saving')} onClick={() => change.mutate({ input: descriptionOf(meter, meaning) })}>
          {t('save')}
        </Button>
        <p className="text-13 text-ink-3">{t('once')}</p>
      </div>
    </div>
  );
}
