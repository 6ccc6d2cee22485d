import type { ReactNode } from 'react';
import type { AppEngine } from '../../generated/documents';

/** Bars stacked by tariff band for energy, a run of daily points for indicators. */
const DRAWINGS: Readonly<Record<AppEngine, ReactNode>> = {
  ENERGY: (
    <>
      <path className="fill-band-valley" d="M9 27h5v4H9zM17.5 26h5v5h-5zM26 28h5v3h-5z" />
      <path className="fill-band-flat" d="M9 21h5v6H9zM17.5 19h5v7h-5zM26 23h5v5h-5z" />
      <path className="fill-band-peak" d="M9 16h5v5H9zM17.5 9h5v10h-5zM26 17h5v6h-5z" />
    </>
  ),
  INDICATORS: (
    <>
      <path className="fill-none stroke-edge" d="M8 30.5h24" />
      <path className="fill-none stroke-chart-1" strokeWidth="1.5" d="m10 24 5-6 5 3 5-8 5 4" />
      <path className="fill-chart-1" d="M8.5 22.500h3v3h-3zM13.500 16.500h3v3h-3zM18.500 19.500h3v3h-3zM23.500 11.500h3v3h-3zM28.500 15.500h3v3h-3z" />
    </>
  ),
};

/** What an app looks like among others, drawn from what it shows. */
export function AppMark({ engine, size = 40 }: { engine: AppEngine; size?: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 40 40" width={size} height={size} className="flex-none">
      <rect x=".5" y=".5" width="39" height="39" rx="3.5" className="fill-surface stroke-line" />
      {DRAWINGS[engine]}
    </svg>
  );
}
