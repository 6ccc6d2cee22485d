'use client';
import clsx from 'clsx';
import { Content, Portal, Root, Trigger } from '@radix-ui/react-popover';
import type { ReactElement, ReactNode } from 'react';

export interface PopoverProps {
  readonly trigger: ReactElement;
  /** Names the sheet for those who hear it. */
  readonly label: string;
  readonly children: ReactNode;
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly className?: string;
}

export function Popover({ trigger, label, children, align = 'start', side = 'bottom', isOpen, onOpenChange, className }: PopoverProps): ReactElement {
  return (
    <Root open={isOpen} onOpenChange={onOpenChange}>
      <Trigger asChild>{trigger}</Trigger>
      <Portal>
        <Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={clsx(
            'tn-enter z-(--z-popover) max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-16px)] overflow-auto rounded bg-surface p-4 text-14 text-ink shadow-float outline-none',
            className,
          )}
        >
          {children}
        </Content>
      </Portal>
    </Root>
  );
}
