const YEAR_S = 31_536_000;

/** Remembers a choice of this browser for a year, where the server can read it before it makes a page. */
export function remember(cookie: string, value: string): void {
  document.cookie = `${cookie}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_S}; samesite=lax`;
}
