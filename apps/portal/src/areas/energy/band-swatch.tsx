import clsx from 'clsx';
import type { TariffBand } from '../../generated/documents';

const FILL: Readonly<Record<TariffBand, string>> = { PEAK: 'bg-band-peak', FLAT: 'bg-band-flat', VALLEY: 'bg-band-valley' };

/** A tariff band's colour, always beside its word. */
export function BandSwatch({ band, className }: { band: TariffBand; className?: string }) {
  return <span aria-hidden="true" className={clsx('inline-block size-3 flex-none', FILL[band], className)} />;
}
