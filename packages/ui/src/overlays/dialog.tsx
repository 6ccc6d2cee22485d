'use client';
import clsx from 'clsx';
import { Close, Content, Description, Overlay, Portal, Root, Title } from '@radix-ui/react-dialog';
import type { ReactElement, ReactNode } from 'react';
import { CloseIcon } from '../icons/actions.js';
import { IconButton } from '../buttons/icon-button.js';
import { useFocusReturn } from './use-focus-return.js';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly closeLabel: string;
  readonly children?: ReactNode;
  /** The buttons, the deciding one last. */
  readonly footer?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg';
  readonly role?: 'dialog' | 'alertdialog';
}

const WIDTH = { sm: 'md:w-md', md: 'md:w-lg', lg: 'md:w-3xl' } as const;

/** A sheet over the page; on a phone it rises from the bottom edge. */
export function Dialog({ isOpen, onOpenChange, title, description, closeLabel, children, footer, size = 'md', role = 'dialog' }: DialogProps): ReactElement {
  const focus = useFocusReturn();
  const described = description === undefined ? { 'aria-describedby': undefined } : {};
  return (
    <Root open={isOpen} onOpenChange={onOpenChange}>
      <Portal>
        <Overlay className="tn-overlay fixed inset-0 z-(--z-overlay) grid items-end justify-items-center bg-scrim md:items-center md:p-6">
          <Content
            {...described}
            {...focus}
            role={role}
            className={clsx(
              'tn-sheet relative flex max-h-[92dvh] w-full flex-col rounded bg-surface text-ink shadow-float outline-none max-md:rounded-b-none md:max-h-[85dvh]',
              WIDTH[size],
            )}
          >
            <header className="px-5 pt-5 pr-14 pb-3">
              <Title className="text-16 font-semibold text-balance">{title}</Title>
              {description !== undefined && <Description className="mt-1 text-14 text-ink-2 text-pretty">{description}</Description>}
            </header>
            {children !== undefined && <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>}
            {footer !== undefined && (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3 max-md:flex-col-reverse max-md:*:w-full">{footer}</footer>
            )}
            {/* Last, so that what opens with focus is the first field or the mild button, not the way out. */}
            <Close asChild>
              <IconButton label={closeLabel} icon={<CloseIcon />} hasTooltip={false} size="sm" className="absolute! top-3.5 right-3.5" />
            </Close>
          </Content>
        </Overlay>
      </Portal>
    </Root>
  );
}
