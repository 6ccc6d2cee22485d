'use client';
import clsx from 'clsx';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { MinusIcon, PlusIcon } from '../icons/actions.js';
import { Field, splitFieldTexts } from './field.js';
import type { FieldTexts } from './field.js';
import { useNumberText } from './use-number-text.js';

type NativeProps = Omit<ComponentPropsWithRef<'input'>, 'value' | 'defaultValue' | 'onChange' | 'min' | 'max' | 'step' | 'type'>;

export interface NumberFieldProps extends FieldTexts, NativeProps {
  readonly unit?: ReactNode;
  readonly value?: number | null;
  readonly defaultValue?: number | null;
  readonly onValueChange?: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly precision?: number;
  /** Gives the field two buttons, for gloves. */
  readonly stepLabels?: { readonly increase: string; readonly decrease: string };
}

interface StepButtonsProps {
  readonly labels: NonNullable<NumberFieldProps['stepLabels']>;
  readonly stepBy: (steps: number) => void;
}

function StepButtons({ labels, stepBy }: StepButtonsProps): ReactElement {
  const look = 'grid w-9 flex-none place-items-center self-stretch border-l border-line text-ink-2 hover:bg-hover hover:text-ink max-md:w-11';
  return (
    <>
      <button type="button" aria-label={labels.decrease} className={look} onClick={() => { stepBy(-1); }}>
        <MinusIcon size={16} />
      </button>
      <button type="button" aria-label={labels.increase} className={look} onClick={() => { stepBy(1); }}>
        <PlusIcon size={16} />
      </button>
    </>
  );
}

export function NumberField(props: NumberFieldProps): ReactElement {
  const [texts, own] = splitFieldTexts(props);
  const { id, name, unit, value, defaultValue, onValueChange, min, max, step = 1, precision, stepLabels, className, ...rest } = own;
  const number = useNumberText({ value, defaultValue, onValueChange, min, max, step, precision });
  return (
    <Field id={id} {...texts}>
      {(control) => (
        <span className={clsx('tn-input flex items-center overflow-hidden', className)}>
          <input
            {...rest}
            {...control}
            type="text"
            inputMode={min !== undefined && min >= 0 ? 'decimal' : 'text'}
            autoComplete="off"
            value={number.text}
            onChange={(event) => { number.type(event.target.value); }}
            onBlur={number.settle}
            onKeyDown={number.onKeyDown}
            className="tn-num w-0 min-w-0 flex-1 self-stretch bg-transparent px-3 text-14 max-md:text-16"
          />
          {unit !== undefined && <span className="flex-none pr-3 text-13 text-ink-3">{unit}</span>}
          {stepLabels && <StepButtons labels={stepLabels} stepBy={number.stepBy} />}
          {name !== undefined && <input type="hidden" name={name} value={number.value ?? ''} />}
        </span>
      )}
    </Field>
  );
}
