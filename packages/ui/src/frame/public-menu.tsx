'use client';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { IconButton } from '../buttons/icon-button.js';
import { MenuIcon } from '../icons/actions.js';
import { Popover } from '../overlays/popover.js';

export interface PublicMenuProps {
  readonly label: string;
  /** The links, already rendered: a server's link component cannot cross into the browser, its elements can. */
  readonly children: ReactNode;
}

/** The public pages' list of places, folded away on a phone; a choice closes it. */
export function PublicMenu({ label, children }: PublicMenuProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={label}
      align="end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      className="w-60 p-1!"
      trigger={<IconButton label={label} icon={<MenuIcon />} hasTooltip={false} className="md:hidden!" />}
    >
      <div onClick={() => { setOpen(false); }}>{children}</div>
    </Popover>
  );
}
