'use client';

import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { useChange } from '../../api/use-change';
import { useFollow } from '../../api/use-follow';
import { useFaultToast } from '../../frame/use-fault-toast';
import { ExportsChangedDocument, ExportsDocument, RequestExportDocument, type ExportFactsFragment } from '../../generated/documents';

/** The company's exports as they come further, and the way to ask for one. */
export function useExports() {
  const say = useFaultToast();
  const [told, setTold] = useState<readonly ExportFactsFragment[] | null>(null);
  const answer = useAnswer(ExportsDocument, {});
  useFollow(ExportsChangedDocument, {}, ({ exportsChanged }) => setTold(exportsChanged));
  const change = useChange(RequestExportDocument, { onDone: () => void answer.refetch() });
  return {
    // What is told is the newer, from when it is first told.
    exports: told ?? answer.data?.exports,
    error: told ? null : answer.error,
    retry: () => void answer.refetch(),
    isRetrying: answer.isFetching,
    request: () => change.mutate({}, { onError: say }),
    isRequesting: change.isPending,
  };
}
