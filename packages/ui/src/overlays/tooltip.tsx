'use client';
import { Content, Portal, Provider, Root, Trigger } from '@radix-ui/react-tooltip';
import type { ReactElement, ReactNode } from 'react';

export interface TooltipProps {
  readonly content: ReactNode;
  /** One focusable element. */
  readonly children: ReactElement;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
}

/** A few words on hover and focus. Never the only place where something is said: a finger cannot hover. */
export function Tooltip({ content, children, side = 'top' }: TooltipProps): ReactElement {
  return (
    <Provider delayDuration={400} skipDelayDuration={200}>
      <Root>
        <Trigger asChild>{children}</Trigger>
        <Portal>
          {/* A landmark around it: what opens at the end of the document is still somewhere. */}
          <section aria-label={typeof content === 'string' ? content : undefined}>
            <Content
              side={side}
              sideOffset={6}
              collisionPadding={8}
              className="tn-enter z-(--z-tooltip) max-w-64 rounded bg-ink px-2 py-1 text-12 text-on-ink"
            >
              {content}
            </Content>
          </section>
        </Portal>
      </Root>
    </Provider>
  );
}
