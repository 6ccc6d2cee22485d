/** A tariff band, or one of the eight chart colours. */
export type BandColour = 'sharp' | 'peak' | 'flat' | 'valley' | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export function bandColour(colour: BandColour): string {
  return typeof colour === 'number' ? `var(--tn-chart-${colour})` : `var(--tn-band-${colour})`;
}
