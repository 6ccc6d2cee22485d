'use client';

import { CopyButton } from '@tenon/ui';
import type { ComponentProps } from 'react';

/** The button itself, in a piece of code of its own: its tooltip weighs more than the page beside it. */
export function CopyButtonNow(props: ComponentProps<typeof CopyButton>) {
  return <CopyButton {...props} />;
}
