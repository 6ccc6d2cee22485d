import type { TariffBand } from '../../generated/documents';

/** The charts' colour of a tariff band. */
export const BAND_COLOR = { PEAK: 'peak', FLAT: 'flat', VALLEY: 'valley' } as const satisfies Record<TariffBand, string>;
