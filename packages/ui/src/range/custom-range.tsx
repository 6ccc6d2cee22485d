'use client';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { Button } from '../buttons/button.js';
import { FieldError } from '../form/field-error.js';
import { TextField } from '../form/text-field.js';
import { toLocalInput } from '../format/zone-time.js';
import { checkRange } from './check-range.js';
import type { RangeFault } from './check-range.js';
import type { InstantRange } from './range.js';
import type { RangePickerLabels } from './range-labels.js';

export interface CustomRangeProps {
  /** What the two fields begin with. */
  readonly initial: InstantRange;
  readonly timeZone: string;
  readonly labels: RangePickerLabels;
  readonly maxSpanMs: number | undefined;
  readonly onApply: (range: InstantRange) => void;
}

export function CustomRange({ initial, timeZone, labels, maxSpanMs, onApply }: CustomRangeProps): ReactElement {
  const [from, setFrom] = useState(() => toLocalInput(initial.fromMs, timeZone));
  const [to, setTo] = useState(() => toLocalInput(initial.toMs, timeZone));
  const [fault, setFault] = useState<RangeFault>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const checked = checkRange(from, to, timeZone, maxSpanMs);
    if (typeof checked === 'string') setFault(checked);
    else onApply(checked);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <p className="text-13 font-medium">{labels.custom}</p>
      <TextField type="datetime-local" label={labels.from} value={from} onChange={(event) => { setFrom(event.target.value); }} />
      <TextField type="datetime-local" label={labels.to} value={to} onChange={(event) => { setTo(event.target.value); }} />
      {fault && <FieldError>{labels.errors[fault] ?? labels.errors.order}</FieldError>}
      <Button type="submit" size="sm" className="self-end">
        {labels.apply}
      </Button>
    </form>
  );
}
