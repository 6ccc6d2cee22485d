'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isAway } from '../../../errors/api-error';
import { sendList, type ImportReport } from './send-list';

export interface Import {
  /** The name of the file that was chosen last. */
  readonly file: string;
  readonly checked: ImportReport | undefined;
  readonly made: ImportReport | undefined;
  readonly isChecking: boolean;
  readonly isMaking: boolean;
  readonly error: unknown;
  /** Whether the machines may have been made although no answer came. */
  readonly isUnknown: boolean;
  check(file: File): void;
  make(): void;
}

/** A list on its way: chosen, checked, made. What is made is the list as the check completed it, so that it may be sent again where no answer came. */
export function useImport(): Import {
  const cache = useQueryClient();
  const [file, setFile] = useState('');
  const check = useMutation({ mutationFn: (list: File) => sendList('check-import', list) });
  const making = useMutation({
    mutationFn: (completed: string) => sendList('import', new Blob([completed])),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: ['Machines'] });
      void cache.invalidateQueries({ queryKey: ['Home'] });
    },
  });
  const completed = check.data?.completed;
  const made = making.data;
  return {
    file,
    // Between the check and the making somebody may have come first: then the list has faults after all.
    checked: made && made.faultCount > 0 ? made : check.data,
    made: made?.faultCount === 0 ? made : undefined,
    isChecking: check.isPending,
    isMaking: making.isPending,
    error: making.error ?? check.error,
    isUnknown: isAway(making.error),
    check: (list) => {
      setFile(list.name);
      making.reset();
      check.mutate(list);
    },
    make: () => {
      if (typeof completed === 'string' && !making.isPending) making.mutate(completed);
    },
  };
}
