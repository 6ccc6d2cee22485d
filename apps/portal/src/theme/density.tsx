'use client';

import { createContext, useContext, useState, type ReactNode } from 'react';
import { DENSITY_COOKIE, type Density } from './density-cookie';
import { remember } from './remember';

interface DensityChoice {
  readonly density: Density;
  setDensity(density: Density): void;
}

const DensityContext = createContext<DensityChoice>({ density: 'comfortable', setDensity: () => undefined });

export function DensityProvider({ initial, children }: { initial: Density; children: ReactNode }) {
  const [density, set] = useState(initial);
  const setDensity = (next: Density): void => {
    remember(DENSITY_COOKIE, next);
    set(next);
  };
  return <DensityContext value={{ density, setDensity }}>{children}</DensityContext>;
}

/** How tightly tables are set. */
export function useDensity(): DensityChoice {
  return useContext(DensityContext);
}
