'use client';

import { useFaultWords } from './use-fault-words';

/** Faults, each with where it stands. */
export function FaultList({ faults }: { faults: readonly { readonly code: string; readonly path: string }[] }) {
  const words = useFaultWords();
  return (
    <ul className="grid gap-1">
      {faults.map(({ code, path }) => (
        <li key={`${code} ${path}`} className="flex flex-wrap gap-x-3">
          {path !== '' && <code className="font-mono text-12 break-all text-ink">{path}</code>}
          <span>{words(code)}</span>
        </li>
      ))}
    </ul>
  );
}
