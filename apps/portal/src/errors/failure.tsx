'use client';

import { Button, ErrorNotice } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useErrorWords } from './use-error-words';

interface FailureProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly isRetrying?: boolean;
  readonly headingLevel?: 2 | 3;
}

/** In place of what could not be shown: what happened, what to do, the code, and the button that tries again. */
export function Failure({ error, onRetry, isRetrying, headingLevel = 2 }: FailureProps) {
  const t = useTranslations('frame');
  const { what, next, code } = useErrorWords()(error);
  return (
    <ErrorNotice
      what={what}
      next={next}
      code={code}
      headingLevel={headingLevel}
      labels={{ kept: t('failure.kept'), next: t('failure.next'), code: t('failure.code') }}
      actions={
        onRetry && (
          <Button onClick={onRetry} isLoading={isRetrying} loadingLabel={t('retrying')}>
            {t('retry')}
          </Button>
        )
      }
    />
  );
}
