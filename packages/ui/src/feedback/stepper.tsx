import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { CheckIcon } from '../icons/actions.js';

export interface Step {
  readonly key: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
}

export interface StepperProps {
  readonly label: string;
  readonly steps: readonly Step[];
  /** Counts from 0; `steps.length` when all are done. */
  readonly currentIndex: number;
  /** Read aloud with each step. */
  readonly statusLabels: { readonly done: string; readonly current: string; readonly upcoming: string };
  readonly orientation?: 'horizontal' | 'vertical';
  readonly className?: string;
}

type Status = keyof StepperProps['statusLabels'];

const MARK: Record<Status, string> = {
  done: 'bg-ink text-on-ink',
  current: 'bg-accent text-on-accent',
  upcoming: 'text-ink-3 shadow-[inset_0_0_0_1px_var(--tn-edge)]',
};

function statusOf(index: number, currentIndex: number): Status {
  if (index < currentIndex) return 'done';
  return index === currentIndex ? 'current' : 'upcoming';
}

interface StepRowProps {
  readonly step: Step;
  readonly index: number;
  readonly status: Status;
  readonly statusLabel: string;
  readonly isLast: boolean;
  readonly isVertical: boolean;
}

function StepRow({ step, index, status, statusLabel, isLast, isVertical }: StepRowProps): ReactElement {
  return (
    <li aria-current={status === 'current' ? 'step' : undefined} className={clsx('relative flex gap-3', isVertical ? 'pb-6 last:pb-0' : 'flex-1 max-md:pb-5 max-md:last:pb-0 md:flex-col md:gap-2')}>
      {!isLast && (
        <span
          aria-hidden
          className={clsx('absolute', status === 'done' ? 'bg-ink' : 'bg-line', isVertical ? 'top-7 bottom-1 left-[11.5px] w-px' : 'max-md:top-7 max-md:bottom-1 max-md:left-[11.5px] max-md:w-px md:top-[11.5px] md:right-2 md:left-8 md:h-px')}
        />
      )}
      <span className={clsx('tn-num grid size-6 flex-none place-items-center rounded text-12 font-semibold', MARK[status])}>
        {status === 'done' ? <CheckIcon size={14} /> : index + 1}
      </span>
      <span className="min-w-0 md:pr-4">
        <span className="sr-only">{statusLabel}</span>
        <span className={clsx('block text-14', status === 'upcoming' ? 'text-ink-2' : 'text-ink', status === 'current' && 'font-semibold')}>{step.label}</span>
        {step.description !== undefined && <span className="mt-0.5 block text-13 text-ink-3">{step.description}</span>}
      </span>
    </li>
  );
}

export function Stepper({ label, steps, currentIndex, statusLabels, orientation = 'horizontal', className }: StepperProps): ReactElement {
  const isVertical = orientation === 'vertical';
  return (
    <ol aria-label={label} className={clsx(isVertical ? 'flex flex-col' : 'flex flex-col md:flex-row', className)}>
      {steps.map((step, index) => {
        const status = statusOf(index, currentIndex);
        return (
          <StepRow key={step.key} step={step} index={index} status={status} statusLabel={statusLabels[status]} isLast={index === steps.length - 1} isVertical={isVertical} />
        );
      })}
    </ol>
  );
}
