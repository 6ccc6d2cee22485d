import type { PlaceKind } from '@tenon/domain/places';
import { invalid } from '@tenon/kernel';

/** The time zone of a place, by the name the IANA gives it; null: as what it lies in. @throws AppError (invalid) PLACE.ZONE_OF_SITE for what is no site, PLACE.TIME_ZONE_UNKNOWN */
export function readZone(kind: PlaceKind, name: string | null): string | null {
  if (name === null || name === '') return null;
  if (kind !== 'site') throw invalid('PLACE.ZONE_OF_SITE', 'A site has a time zone; what lies in it follows.');
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw invalid('PLACE.TIME_ZONE_UNKNOWN', 'There is no such time zone.', { timeZone: name });
  }
}
