import { useRef } from 'react';

interface FocusReturn {
  readonly onOpenAutoFocus: () => void;
  readonly onFocusOutside: (event: { readonly target: EventTarget | null }) => void;
  readonly onCloseAutoFocus: (event: Event) => void;
}

/** Gives the focus back to what opened a sheet: Radix does so only for a trigger of its own, and ours are opened by whoever likes. */
export function useFocusReturn(): FocusReturn {
  const opener = useRef<HTMLElement | null>(null);
  const remember = (element: EventTarget | null): void => {
    if (element instanceof HTMLElement && element !== document.body) opener.current = element;
  };
  return {
    onOpenAutoFocus: () => { remember(document.activeElement); },
    // A menu hands the focus back to its button only after the sheet it led to has opened; the sheet keeps the focus, and remembers the button.
    onFocusOutside: ({ target }) => { remember(target); },
    onCloseAutoFocus: (event) => {
      if (!opener.current?.isConnected) return;
      event.preventDefault();
      opener.current.focus();
    },
  };
}
