'use client';
import { useCallback, useEffect, useRef, useState } from 'react';

const SHOWN_MS = 2_000;

/** Copies to the clipboard and stays true for two seconds after it worked. */
export function useCopied(): { readonly isCopied: boolean; readonly copy: (text: string) => Promise<void> } {
  const [isCopied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => { clearTimeout(timer.current); }, []);
  const copy = useCallback(async (text: string) => {
    await copyText(text);
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => { setCopied(false); }, SHOWN_MS);
  }, []);
  return { isCopied, copy };
}

/** On plain http (a factory's own network) there is no clipboard API; the old command still works. */
async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
