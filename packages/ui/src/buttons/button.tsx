import clsx from 'clsx';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { Spinner } from '../feedback/spinner.js';
import { buttonLook } from './button-look.js';
import type { ButtonSize, ButtonVariant } from './button-look.js';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  readonly trailingIcon?: ReactNode;
  /** Keeps the button's width and its place in the tab order, and refuses presses. */
  readonly isLoading?: boolean;
  /** Read aloud while loading. */
  readonly loadingLabel?: string;
  readonly isBlock?: boolean;
}

export function Button(props: ButtonProps): ReactElement {
  const { variant = 'secondary', size = 'md', icon, trailingIcon, isLoading = false, loadingLabel, isBlock, className, children, ...rest } = props;
  // A disabled button would drop focus in the middle of a submit; a busy one is only deaf.
  const busy = isLoading ? { 'aria-disabled': true, 'aria-busy': true, type: 'button' as const, onClick: undefined } : {};
  return (
    <button type="button" {...rest} {...busy} className={clsx(buttonLook(variant, size, isBlock), className)}>
      {isLoading && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner size={16} label={loadingLabel} />
        </span>
      )}
      <span className={clsx('inline-flex items-center justify-center gap-[inherit]', isLoading && 'opacity-0')}>
        {icon}
        {children}
        {trailingIcon}
      </span>
    </button>
  );
}
