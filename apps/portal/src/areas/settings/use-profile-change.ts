'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ApiError } from '../../errors/api-error';
import { useErrorWords } from '../../errors/use-error-words';
import { useToast } from '../../frame/toasts';
import { UpdateCompanyProfileDocument, type UpdateCompanyProfileInput } from '../../generated/documents';

interface ProfileChange {
  send(input: UpdateCompanyProfileInput): void;
  readonly isPending: boolean;
  /** What was refused that is no single field's. */
  readonly formError: unknown;
  /** What is wrong with one field, in words. */
  errorOf(name: string): string | undefined;
}

const CREDIT_CODE_FAULT = 'COMPANY.CREDIT_CODE_FORM';

function fieldOf(error: unknown): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  if (error.code === CREDIT_CODE_FAULT) return 'creditCode';
  const { field } = error.details;
  return typeof field === 'string' ? field : undefined;
}

/** Sends a changed profile; a refusal goes to the field that it is about. */
export function useProfileChange(): ProfileChange {
  const frame = useTranslations('frame');
  const words = useErrorWords();
  const toast = useToast();
  const answers = useQueryClient();
  const change = useChange(UpdateCompanyProfileDocument, {
    onDone: async () => {
      toast.show({ title: frame('saved'), tone: 'good' });
      await answers.invalidateQueries({ queryKey: ['CompanyProfile'] });
    },
  });
  const wrong = fieldOf(change.error);
  return {
    send: (input) => change.mutate({ input }),
    isPending: change.isPending,
    formError: wrong === undefined ? change.error : null,
    errorOf: (name) => {
      if (name !== wrong) return undefined;
      const { what, next } = words(change.error);
      return `${what} ${next}`;
    },
  };
}
