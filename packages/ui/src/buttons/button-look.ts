import clsx from 'clsx';

/** `danger` leads to something that hurts; `destroy`, filled, is the last word in a dialog that has named the loss. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'destroy';
export type ButtonSize = 'sm' | 'md' | 'lg';

const VARIANT: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent border-transparent hover:bg-accent-hover active:bg-accent-hover',
  secondary: 'bg-surface text-ink border-edge hover:border-ink active:bg-sunken',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-hover active:bg-hover',
  danger: 'bg-surface text-danger border-danger hover:bg-danger-wash active:bg-danger-wash',
  destroy: 'bg-danger-fill text-on-danger border-transparent hover:bg-danger-fill-hover active:bg-danger-fill-hover',
};

const SIZE: Record<ButtonSize, string> = {
  sm: 'min-h-(--tn-control-sm) px-2.5 text-13 gap-1.5',
  md: 'min-h-(--tn-control) px-3.5 text-14 gap-2',
  lg: 'min-h-(--tn-control-lg) px-5 text-16 gap-2',
};

export function buttonLook(variant: ButtonVariant, size: ButtonSize, isBlock = false): string {
  return clsx(
    'relative inline-flex items-center justify-center rounded border py-1 text-center font-medium whitespace-nowrap no-underline select-none',
    'transition-colors disabled:pointer-events-none disabled:opacity-45 aria-disabled:pointer-events-none',
    VARIANT[variant],
    SIZE[size],
    isBlock && 'w-full',
  );
}
