export type Density = 'comfortable' | 'compact';

export const DENSITY_COOKIE = 'tenon-density';

export function densityFromCookie(value: string | undefined): Density {
  return value === 'compact' ? 'compact' : 'comfortable';
}
