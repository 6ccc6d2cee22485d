import { AREAS } from './areas';
import type { Locale } from './locale';

type Words = Record<string, unknown>;

/** Every area's words in one language, keyed by area. */
export async function catalogueOf(locale: Locale): Promise<Words> {
  const parts = await Promise.all(
    AREAS.map(async (area) => {
      const file = (await import(`../../messages/${locale}/${area}.json`)) as { default: Words };
      return [area, file.default] as const;
    }),
  );
  return Object.fromEntries(parts);
}
