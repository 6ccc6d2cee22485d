'use client';

import { Failure } from '../errors/failure';

/** Stands in for a page that broke. */
export default function BrokenPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="main" className="mx-auto flex min-h-dvh max-w-xl items-center p-6">
      <Failure error={error} onRetry={retry} />
    </main>
  );
}
