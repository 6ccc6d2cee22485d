'use client';

import { FormError } from '@tenon/ui';
import type { ReactNode } from 'react';
import { useErrorWords } from '../../errors/use-error-words';

/** At a form's head when sending it failed: what happened, what to do, the code. */
export function FormFault({ error, kept }: { error: unknown; kept?: ReactNode }) {
  const words = useErrorWords();
  if (!error) return null;
  const { what, next, code } = words(error);
  return (
    <FormError title={what} code={code}>
      {next} {kept}
    </FormError>
  );
}
