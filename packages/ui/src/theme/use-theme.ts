'use client';
import { useCallback, useSyncExternalStore } from 'react';
import { THEME_COOKIE, themeFromCookie } from './theme.js';
import type { Theme } from './theme.js';

const ONE_YEAR_S = 31_536_000;

function subscribe(onChange: () => void): () => void {
  const watcher = new MutationObserver(onChange);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    watcher.disconnect();
  };
}

const current = (): Theme | 'system' => themeFromCookie(document.documentElement.dataset['theme']) ?? 'system';
const onServer = (): Theme | 'system' => 'system';

/** The theme now, and how to choose another; `system` forgets the choice. */
export function useTheme(): { readonly theme: Theme | 'system'; readonly setTheme: (theme: Theme | 'system') => void } {
  const theme = useSyncExternalStore(subscribe, current, onServer);
  const setTheme = useCallback((next: Theme | 'system') => {
    const isSystem = next === 'system';
    document.cookie = `${THEME_COOKIE}=${isSystem ? '' : next}; path=/; max-age=${isSystem ? 0 : ONE_YEAR_S}; samesite=lax`;
    if (isSystem) delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = next;
  }, []);
  return { theme, setTheme };
}
