'use client';
import { Content, List, Root, Trigger } from '@radix-ui/react-tabs';
import type { ReactElement, ReactNode } from 'react';
import { TAB, TAB_LIST, TabCount } from './tab-look.js';

export interface TabItem {
  readonly value: string;
  readonly label: ReactNode;
  readonly count?: number;
  readonly content: ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onValueChange?: (value: string) => void;
  /** Keeps the hidden panels mounted, so that a half-filled form survives. */
  readonly isKeptMounted?: boolean;
  readonly className?: string;
}

export function Tabs({ label, items, value, defaultValue, onValueChange, isKeptMounted = false, className }: TabsProps): ReactElement {
  return (
    <Root value={value} defaultValue={defaultValue ?? items[0]?.value} onValueChange={onValueChange} className={className}>
      <List aria-label={label} className={TAB_LIST}>
        {items.map((item) => (
          <Trigger key={item.value} value={item.value} className={TAB}>
            {item.label}
            <TabCount count={item.count} />
          </Trigger>
        ))}
      </List>
      {items.map((item) => (
        <Content key={item.value} value={item.value} className="pt-4 data-[state=inactive]:hidden" forceMount={isKeptMounted || undefined}>
          {item.content}
        </Content>
      ))}
    </Root>
  );
}
