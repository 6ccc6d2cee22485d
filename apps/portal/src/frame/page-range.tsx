'use client';

import dynamic from 'next/dynamic';
import type { RangeFieldProps } from './range-field';
import { InRangeSlot } from './range-slot';

const RangeField = dynamic(() => import('./range-field').then(({ RangeField: Field }) => Field), { ssr: false });

/** The page's range picker, in the header line. */
export function PageRange(props: RangeFieldProps) {
  return (
    <InRangeSlot>
      <RangeField {...props} />
    </InRangeSlot>
  );
}
