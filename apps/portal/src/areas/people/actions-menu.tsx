'use client';

import { Button, ChevronDownIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import type { ComponentProps } from 'react';
import { LazyMenu } from '../../frame/lazy-menu';

interface ActionsMenuProps {
  /** Says of whom or what, for those who hear it. */
  readonly label: string;
  readonly items: ComponentProps<typeof LazyMenu>['items'];
  /** In a page's head instead of a row. */
  readonly isInHead?: boolean;
}

/** What may be done with one of many, behind one button. */
export function ActionsMenu({ label, items, isInHead = false }: ActionsMenuProps) {
  const t = useTranslations('people');
  return (
    <LazyMenu
      label={label}
      align="end"
      linkComponent={Link}
      trigger={
        <Button size={isInHead ? undefined : 'sm'} trailingIcon={<ChevronDownIcon size={14} />} aria-label={label}>
          {t('actions')}
        </Button>
      }
      items={items}
    />
  );
}
