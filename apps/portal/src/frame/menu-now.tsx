'use client';

import { Menu } from '@tenon/ui';
import type { ComponentProps } from 'react';

/** The menu itself, in a piece of code of its own. */
export function MenuNow(props: ComponentProps<typeof Menu>) {
  return <Menu {...props} />;
}
