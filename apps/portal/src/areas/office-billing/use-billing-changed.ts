'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useToast } from '../../frame/toasts';

const ASKED = ['OpenInvoices', 'BankEntries', 'OfficeInvoice', 'DoubtfulCardEvents', 'CardsOpen'] as const;

/** What follows money that was recorded: the lists and the invoice are asked again, a line says it is done. */
export function useBillingChanged(): (title: string) => Promise<void> {
  const cache = useQueryClient();
  const toast = useToast();
  return async (title) => {
    await Promise.all(ASKED.map((query) => cache.invalidateQueries({ queryKey: [query] })));
    toast.show({ title, tone: 'good' });
  };
}
