'use client';

import { SearchIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';

/** Each frame has its own; none is fetched before it is opened. */
const PALETTES = {
  workspace: dynamic(() => import('./workspace-palette').then(({ WorkspacePalette }) => WorkspacePalette), { ssr: false }),
  office: dynamic(() => import('../../areas/office/office-palette').then(({ OfficePalette }) => OfficePalette), { ssr: false }),
  developer: dynamic(() => import('../../areas/developer/developer-palette').then(({ DeveloperPalette }) => DeveloperPalette), { ssr: false }),
};

const SHEETS = '[role="dialog"], [role="alertdialog"]';
const isShortcut = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean => key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey;

/** Opens the palette, by a press or by ⌘K, elsewhere Ctrl-K; not over another sheet, which keeps the focus to itself. */
export function PaletteButton({ realm }: { realm: keyof typeof PALETTES }) {
  const Palette = PALETTES[realm];
  const t = useTranslations('frame.palette');
  const [isOpen, setOpen] = useState(false);
  const [isFetched, setFetched] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      setFetched(true);
      setOpen((wasOpen) => !wasOpen && document.querySelector(SHEETS) === null);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  const open = (): void => {
    setFetched(true);
    setOpen(true);
  };
  return (
    <>
      <button type="button" title={t('open')} aria-label={t('open')} aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K" onClick={open} className="grid size-(--tn-control) flex-none place-items-center rounded text-ink-2 hover:bg-hover hover:text-ink">
        <SearchIcon />
      </button>
      {isFetched && <Palette isOpen={isOpen} onOpenChange={setOpen} />}
    </>
  );
}
