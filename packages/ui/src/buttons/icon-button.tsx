'use client';
import clsx from 'clsx';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { Tooltip } from '../overlays/tooltip.js';
import { buttonLook } from './button-look.js';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  /** The button's name: read aloud, and shown on hover. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly variant?: 'quiet' | 'secondary' | 'danger';
  readonly size?: 'sm' | 'md';
  readonly hasTooltip?: boolean;
  /** For a button that stays down. */
  readonly isPressed?: boolean;
}

const SIZE = { sm: 'size-(--tn-control-sm)', md: 'size-(--tn-control)' } as const;

export function IconButton(props: IconButtonProps): ReactElement {
  const { label, icon, variant = 'quiet', size = 'md', hasTooltip = true, isPressed, className, ...rest } = props;
  const button = (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isPressed}
      {...rest}
      className={clsx(buttonLook(variant === 'danger' ? 'quiet' : variant, 'md'), 'min-h-0! p-0!', SIZE[size], variant === 'danger' && 'text-danger!', isPressed && 'bg-hover', className)}
    >
      {icon}
    </button>
  );
  return hasTooltip ? <Tooltip content={label}>{button}</Tooltip> : button;
}
