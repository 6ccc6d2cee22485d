'use client';

import { FormError } from '@tenon/ui';
import type { ErrorWords } from '../../errors/error-words';

/** At the form's head, what is wrong with the whole of it. */
export function AuthProblem({ error }: { error: ErrorWords | null }) {
  if (!error) return null;
  return (
    <FormError title={error.what} code={error.code}>
      {error.next}
    </FormError>
  );
}
