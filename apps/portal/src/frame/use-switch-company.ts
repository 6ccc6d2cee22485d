'use client';

import { useChange } from '../api/use-change';
import { SwitchCompanyDocument } from '../generated/documents';
import { useFaultToast } from './use-fault-toast';

/** Puts the session into another company. The page is left whole, so that nothing of the one before stays in memory. */
export function useSwitchCompany(): (id: string) => void {
  const sayFault = useFaultToast();
  const change = useChange(SwitchCompanyDocument, { onDone: () => location.assign('/home') });
  return (id) =>
    change.mutate({ id }, { onError: sayFault });
}
