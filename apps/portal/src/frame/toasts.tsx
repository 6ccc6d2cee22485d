'use client';

import type { ToastMessage } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

interface Toaster {
  show(message: ToastMessage): void;
}

const ToasterContext = createContext<Toaster | null>(null);
const ToastsNow = dynamic(() => import('./toasts-now').then(({ ToastsNow: Now }) => Now), { ssr: false });

/** Where short notices appear. Their code is fetched with the first one. */
export function ToastHost({ children }: { children: ReactNode }) {
  const t = useTranslations('frame');
  const [messages, setMessages] = useState<readonly ToastMessage[]>([]);
  const show = useCallback((message: ToastMessage) => setMessages((before) => [...before, message]), []);
  const toaster = useMemo(() => ({ show }), [show]);
  return (
    <ToasterContext value={toaster}>
      {children}
      {messages.length > 0 && <ToastsNow label={t('toasts')} closeLabel={t('close')} messages={messages} />}
    </ToasterContext>
  );
}

/** Shows a short notice. Only below a frame. */
export function useToast(): Toaster {
  const toaster = useContext(ToasterContext);
  if (!toaster) throw new Error('useToast is used outside a frame.');
  return toaster;
}
