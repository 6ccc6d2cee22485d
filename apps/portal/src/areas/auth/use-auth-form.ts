'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { codeOf } from '../../errors/api-error';
import type { ErrorWords } from '../../errors/error-words';
import { useErrorWords } from '../../errors/use-error-words';
import { postAuth, type AuthAnswer, type AuthDoor } from './post-auth';

type AuthField = 'companyName' | 'name' | 'email' | 'password' | 'code';

/** Which field a code is about; the rest belong to the whole form. */
const FIELD_OF_CODE: Readonly<Record<string, AuthField>> = {
  'AUTH.EMAIL_TAKEN': 'email',
  'AUTH.EMAIL_MALFORMED': 'email',
  'AUTH.WEAK_PASSWORD': 'password',
  'AUTH.WRONG_CODE': 'code',
  'AUTH.COMPANY_NAME_REQUIRED': 'companyName',
  'AUTH.COMPANY_NAME_TOO_LONG': 'companyName',
};

interface AuthFormOptions {
  readonly door: Exclude<AuthDoor, 'sign-out' | 'invitation' | 'verify-email' | 'passkey' | 'passkey-challenge' | 'sso-begin'>;
  readonly required: readonly AuthField[];
  /** Sent beside the fields. */
  readonly extra?: Readonly<Record<string, string>>;
  onDone(sent: Readonly<Record<string, string>>, answer: AuthAnswer): void;
}

interface AuthForm {
  /**
   * The form's own: `onSubmit` once the page's scripts are at work. What is sent before that would go into the address, the password too;
   * for a form that has an `action` React keeps it, and hands it over as soon as it can.
   */
  readonly doors: { onSubmit(event: FormEvent<HTMLFormElement>): void; action(values: FormData): void };
  readonly isPending: boolean;
  errorOf(field: AuthField): string | undefined;
  /** What is wrong with the whole, not with one field. */
  readonly formError: ErrorWords | null;
}

function textsOf(values: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of values) {
    // A password's spaces are part of it.
    const text = name === 'password' ? String(value) : String(value).trim();
    if (text !== '') texts[name] = text;
  }
  return texts;
}

/** A form that knocks at one sign-in door: empty fields are named at once, coded faults go to their field. */
export function useAuthForm({ door, required, extra, onDone }: AuthFormOptions): AuthForm {
  const t = useTranslations('auth');
  const words = useErrorWords();
  const [isPending, setIsPending] = useState(false);
  const [missing, setMissing] = useState<readonly AuthField[]>([]);
  const [fault, setFault] = useState<unknown>(null);

  const send = async (texts: Readonly<Record<string, string>>): Promise<void> => {
    setIsPending(true);
    try {
      onDone(texts, await postAuth(door, { ...texts, ...extra }));
    } catch (error) {
      setFault(error);
      setIsPending(false);
    }
  };

  /** Sends what is whole; gives the first field that is empty. */
  const take = (values: FormData): AuthField | undefined => {
    if (isPending) return undefined;
    const texts = textsOf(values);
    const empty = required.filter((field) => !texts[field]);
    setFault(null);
    setMissing(empty);
    if (!empty[0]) void send(texts);
    return empty[0];
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const empty = take(new FormData(form));
    if (empty) form.querySelector<HTMLInputElement>(`[name="${empty}"]`)?.focus();
  };

  const said = fault === null ? null : words(fault);
  const faultyField = fault === null ? undefined : FIELD_OF_CODE[codeOf(fault)];
  return {
    doors: { onSubmit, action: (values) => void take(values) },
    isPending,
    errorOf: (field) => {
      if (missing.includes(field)) return t(`missing.${field}`);
      return said && faultyField === field ? t('fieldError', { what: said.what, next: said.next }) : undefined;
    },
    formError: faultyField ? null : said,
  };
}
