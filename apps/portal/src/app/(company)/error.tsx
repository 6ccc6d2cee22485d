'use client';

import { Failure } from '../../errors/failure';

/** Stands in for a page of the workspace that broke; the frame around it stays. */
export default function BrokenPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <Failure error={error} onRetry={retry} />;
}
