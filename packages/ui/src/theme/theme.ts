/** The themes a person may choose; none chosen means the system's wishes are followed. */
export const THEMES = ['light', 'dark', 'contrast', 'contrast-dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The choice lives in a cookie so that the server can render the first page in it: no flash, no inline script. */
export const THEME_COOKIE = 'tenon_theme';

/** The value for `data-theme` on `<html>`; undefined (attribute absent) follows the system. */
export function themeFromCookie(value: string | undefined): Theme | undefined {
  return THEMES.find((theme) => theme === value);
}
