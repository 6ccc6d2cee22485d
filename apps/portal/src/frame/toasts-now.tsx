'use client';

import { ToastProvider, useToast, type ToastMessage } from '@tenon/ui';
import { useEffect, useRef } from 'react';

function Pour({ messages }: { messages: readonly ToastMessage[] }) {
  const { show } = useToast();
  const poured = useRef(0);
  useEffect(() => {
    for (const message of messages.slice(poured.current)) show(message);
    poured.current = messages.length;
  }, [messages, show]);
  return null;
}

interface ToastsNowProps {
  readonly label: string;
  readonly closeLabel: string;
  /** Every notice so far; the new ones are shown. */
  readonly messages: readonly ToastMessage[];
}

export function ToastsNow({ label, closeLabel, messages }: ToastsNowProps) {
  return (
    <ToastProvider label={label} closeLabel={closeLabel}>
      <Pour messages={messages} />
    </ToastProvider>
  );
}
