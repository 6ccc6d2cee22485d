'use client';

import { Skeleton } from '@tenon/ui';
import dynamic from 'next/dynamic';
import type { MetricFragment } from '../../generated/documents';
import type { StatesShown } from './states-shown';

/** As tall as what comes. */
const HEIGHT = 160;

const StateSection = dynamic(() => import('./state-section').then(({ StateSection: Section }) => Section), {
  ssr: false,
  loading: () => <Skeleton height={HEIGHT} />,
});

/** What the machine was doing over the range, where it sends its state as a text. */
export function MachineStates({ metrics, ...shown }: StatesShown & { metrics: readonly MetricFragment[] }) {
  const metric = metrics.find(({ quantity, valueKind }) => quantity === 'STATE' && valueKind === 'TEXT');
  return metric ? <StateSection metric={metric} {...shown} /> : null;
}
