'use client';
import clsx from 'clsx';
import { CheckboxItem, Content, Item, ItemIndicator, Label, Portal, Root, Separator, Trigger } from '@radix-ui/react-dropdown-menu';
import type { ReactElement, ReactNode } from 'react';
import { CompanyMark, type CompanyMarkProps } from '../frame/company-mark.js';
import { CheckIcon } from '../icons/actions.js';
import type { LinkComponent } from '../link-component.js';

export type MenuEntry =
  | {
      readonly kind?: 'item';
      readonly key: string;
      readonly label: ReactNode;
      readonly icon?: ReactNode;
      /** A second line, or what a key does. */
      readonly hint?: ReactNode;
      readonly tone?: 'danger';
      readonly isDisabled?: boolean;
      readonly href?: string;
      readonly onSelect?: () => void;
    }
  | {
      readonly kind: 'choice';
      readonly key: string;
      readonly label: ReactNode;
      /** A company that is chosen, by its logo before the label. */
      readonly mark?: Pick<CompanyMarkProps, 'name' | 'src'>;
      readonly isChecked: boolean;
      /** Several may be chosen one after the other. */
      readonly isKeptOpen?: boolean;
      readonly onSelect: () => void;
    }
  | { readonly kind: 'separator'; readonly key: string }
  | { readonly kind: 'heading'; readonly key: string; readonly label: ReactNode };

export interface MenuProps {
  readonly trigger: ReactElement;
  /** Names the menu for those who hear it. */
  readonly label: string;
  readonly items: readonly MenuEntry[];
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly linkComponent?: LinkComponent;
}

const ROW =
  'flex min-h-(--tn-control) cursor-pointer items-center gap-2.5 rounded px-2 py-1 text-14 outline-none select-none data-[highlighted]:bg-hover data-[disabled]:pointer-events-none data-[disabled]:text-ink-3';

function PlainRow({ entry, Link }: { readonly entry: Extract<MenuEntry, { label: ReactNode; icon?: ReactNode }>; readonly Link: LinkComponent }): ReactElement {
  const item = entry as Extract<MenuEntry, { kind?: 'item' }>;
  const content = (
    <>
      {item.icon !== undefined && <span className={clsx('flex-none', item.tone === 'danger' ? 'text-danger' : 'text-ink-3')}>{item.icon}</span>}
      <span className="flex-1">{item.label}</span>
      {item.hint !== undefined && <span className="text-12 text-ink-3">{item.hint}</span>}
    </>
  );
  const className = clsx(ROW, item.tone === 'danger' && 'text-danger');
  const shape = { className, disabled: item.isDisabled ?? false, onSelect: () => { item.onSelect?.(); } };
  if (item.href === undefined) return <Item {...shape}>{content}</Item>;
  return (
    <Item {...shape} asChild>
      <Link href={item.href}>{content}</Link>
    </Item>
  );
}

function Row({ entry, Link }: { readonly entry: MenuEntry; readonly Link: LinkComponent }): ReactElement {
  switch (entry.kind) {
    case 'separator':
      return <Separator className="my-1 h-px bg-line" />;
    case 'heading':
      return <Label className="px-2 pt-2 pb-1 text-12 text-ink-3">{entry.label}</Label>;
    case 'choice':
      return (
        <CheckboxItem
          className={ROW}
          checked={entry.isChecked}
          onSelect={(event) => {
            if (entry.isKeptOpen) event.preventDefault();
            entry.onSelect();
          }}
        >
          {entry.mark && <CompanyMark {...entry.mark} size={20} className="-mx-0.5 text-[10px]!" />}
          <span className="flex-1">{entry.label}</span>
          <ItemIndicator>
            <CheckIcon size={16} />
          </ItemIndicator>
        </CheckboxItem>
      );
    default:
      return <PlainRow entry={entry} Link={Link} />;
  }
}

export function Menu({ trigger, label, items, align = 'start', side = 'bottom', linkComponent = 'a' }: MenuProps): ReactElement {
  return (
    <Root modal={false}>
      <Trigger asChild>{trigger}</Trigger>
      <Portal>
        {/* A landmark around it: what opens at the end of the document is still somewhere. */}
        <section aria-label={label}>
          <Content
            aria-label={label}
            align={align}
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="tn-enter z-(--z-popover) max-h-(--radix-dropdown-menu-content-available-height) min-w-52 overflow-auto rounded bg-surface p-1 text-ink shadow-float"
          >
            {items.map((entry) => (
              <Row key={entry.key} entry={entry} Link={linkComponent} />
            ))}
          </Content>
        </section>
      </Portal>
    </Root>
  );
}
