import type { Words } from '@tenon/domain/device-types';

/** Text of two languages in the one that is spoken, or in the other where that is blank; empty where both are. */
export function spoken(words: Words | null | undefined, locale: string): string {
  if (!words) return '';
  return locale === 'en' ? words.en || words.zh : words.zh || words.en;
}
