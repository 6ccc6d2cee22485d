/** Where most sites are, first. */
const USUAL = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Ho_Chi_Minh', 'Asia/Bangkok', 'UTC'];

/** IANA zones to choose from: the usual ones, the present one, then all by name. */
export function timeZones(present: string): string[] {
  const all = Intl.supportedValuesOf('timeZone');
  return [...new Set([present, ...USUAL, ...all])];
}
