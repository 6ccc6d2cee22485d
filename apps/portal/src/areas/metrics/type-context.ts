'use client';

import type { TypeMetric } from '@tenon/domain/device-types';
import { createContext, useContext } from 'react';

/** The metrics of the machine's type by key, below a page of one machine; null where it has no type. */
const TypeContext = createContext<ReadonlyMap<string, TypeMetric> | null>(null);

export const TypeProvider = TypeContext.Provider;

export function useTypeMetrics(): ReadonlyMap<string, TypeMetric> | null {
  return useContext(TypeContext);
}
