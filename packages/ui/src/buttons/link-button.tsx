import clsx from 'clsx';
import { Slot, Slottable } from '@radix-ui/react-slot';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { buttonLook } from './button-look.js';
import type { ButtonSize, ButtonVariant } from './button-look.js';

export interface LinkButtonProps extends ComponentPropsWithRef<'a'> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  readonly trailingIcon?: ReactNode;
  readonly isBlock?: boolean;
  /** The one child (the router's link) takes the looks. */
  readonly asChild?: boolean;
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton(props: LinkButtonProps): ReactElement {
  const { variant = 'secondary', size = 'md', icon, trailingIcon, isBlock, asChild = false, className, children, ...rest } = props;
  const look = clsx(buttonLook(variant, size, isBlock), className);
  if (asChild) {
    return (
      <Slot {...rest} className={look}>
        {icon}
        <Slottable>{children}</Slottable>
        {trailingIcon}
      </Slot>
    );
  }
  return (
    <a {...rest} className={look}>
      {icon}
      {children}
      {trailingIcon}
    </a>
  );
}
