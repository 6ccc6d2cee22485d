'use client';
import clsx from 'clsx';
import { Action, Close, Description, Provider, Root, Title, Viewport } from '@radix-ui/react-toast';
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { CheckIcon, CloseIcon } from '../icons/actions.js';
import { InfoIcon, WarningIcon } from '../icons/things.js';
import { buttonLook } from '../buttons/button-look.js';

export interface ToastMessage {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly tone?: 'neutral' | 'good' | 'caution' | 'danger';
  readonly action?: { readonly label: string; readonly onSelect: () => void };
  /** How long it stays; bad news stays until it is closed. */
  readonly durationMs?: number;
}

export interface Toaster {
  readonly show: (message: ToastMessage) => string;
  readonly dismiss: (id: string) => void;
}

interface Shown extends ToastMessage {
  readonly id: string;
}

const ToasterContext = createContext<Toaster | undefined>(undefined);
const STAY_MS = 6_000;
const MOST_SHOWN = 4;
const ICON = {
  neutral: <InfoIcon className="text-ink-3" />,
  good: <CheckIcon className="text-good" />,
  caution: <WarningIcon className="text-caution" />,
  danger: <WarningIcon className="text-danger" />,
};

function Note({ toast, closeLabel, onClose }: { readonly toast: Shown; readonly closeLabel: string; readonly onClose: () => void }): ReactElement {
  const tone = toast.tone ?? 'neutral';
  const durationMs = toast.durationMs ?? (tone === 'danger' ? Infinity : STAY_MS);
  return (
    <Root
      type={tone === 'danger' ? 'foreground' : 'background'}
      duration={durationMs}
      onOpenChange={(isOpen) => { if (!isOpen) onClose(); }}
      className={clsx('tn-enter flex items-start gap-3 rounded bg-surface p-3 text-ink shadow-float', tone === 'danger' && 'border-l-2 border-danger')}
    >
      {ICON[tone]}
      <div className="min-w-0 flex-1">
        <Title className="text-14 font-medium">{toast.title}</Title>
        {toast.description !== undefined && <Description className="mt-0.5 text-13 text-ink-2">{toast.description}</Description>}
        {toast.action && (
          <Action altText={toast.action.label} onClick={toast.action.onSelect} className={clsx(buttonLook('secondary', 'sm'), 'mt-2')}>
            {toast.action.label}
          </Action>
        )}
      </div>
      <Close aria-label={closeLabel} className="-m-1 grid size-7 place-items-center rounded text-ink-3 hover:text-ink max-md:size-10">
        <CloseIcon size={16} />
      </Close>
    </Root>
  );
}

export interface ToastProviderProps {
  /** Names the region for those who hear it. */
  readonly label: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
}

export function ToastProvider({ label, closeLabel, children }: ToastProviderProps): ReactElement {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const dismiss = useCallback((id: string) => { setToasts((shown) => shown.filter((toast) => toast.id !== id)); }, []);
  const show = useCallback((message: ToastMessage) => {
    const id = `toast-${Math.random().toString(36).slice(2)}`;
    setToasts((shown) => [...shown, { ...message, id }].slice(-MOST_SHOWN));
    return id;
  }, []);
  const toaster = useMemo(() => ({ show, dismiss }), [show, dismiss]);
  return (
    <ToasterContext.Provider value={toaster}>
      <Provider label={label} swipeDirection="right">
        {children}
        {toasts.map((toast) => (
          <Note key={toast.id} toast={toast} closeLabel={closeLabel} onClose={() => { dismiss(toast.id); }} />
        ))}
        {/* On a phone at the top: at the bottom it would lie on the buttons of a dialog. */}
        <Viewport className="fixed right-4 bottom-4 z-(--z-toast) flex w-88 max-w-[calc(100vw-32px)] flex-col gap-2 outline-none max-md:top-16 max-md:bottom-auto" />
      </Provider>
    </ToasterContext.Provider>
  );
}

/** Shows short notes that pass. Fails outside a ToastProvider. */
export function useToast(): Toaster {
  const toaster = useContext(ToasterContext);
  if (!toaster) throw new Error('useToast needs a ToastProvider above it');
  return toaster;
}
