'use client';

import { isClaimSecret, readClaimCode } from '@tenon/domain/devices';
import { Button, RadioCards, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { ClaimInput } from '../../generated/documents';

const WAYS = ['code', 'secret'] as const;

/** What a machine is taken over by. What cannot be a code is said before it counts as a guess. */
export function ClaimForm({ onClaim }: { onClaim(claim: ClaimInput): void }) {
  const t = useTranslations('handover.claim');
  const [way, setWay] = useState<(typeof WAYS)[number]>('code');
  const [wrong, setWrong] = useState<'code' | 'name' | 'secret' | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string): string => String(form.get(name) ?? '').trim();
    if (way === 'code') {
      const code = readClaimCode(said('code'));
      setWrong(code === null ? 'code' : null);
      if (code !== null) onClaim({ code });
      return;
    }
    const [name, secret] = [said('name'), said('secret')];
    const fault = name === '' ? 'name' : isClaimSecret(secret) ? null : 'secret';
    setWrong(fault);
    if (!fault) onClaim({ name, secret });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <RadioCards legend={t('by')} name="by" value={way} onValueChange={setWay} options={WAYS.map((value) => ({ value, label: t(`ways.${value}`), description: t(`wayHelp.${value}`) }))} />
      {way === 'code' ? (
        <TextField label={t('code')} hint={t('codeHint')} name="code" required autoComplete="off" autoCapitalize="characters" spellCheck={false} error={wrong === 'code' ? t('codeWrong') : undefined} />
      ) : (
        <>
          <TextField label={t('name')} hint={t('nameHint')} name="name" required autoComplete="off" maxLength={80} error={wrong === 'name' ? t('nameMissing') : undefined} />
          <TextField label={t('secret')} name="secret" required autoComplete="off" autoCapitalize="none" spellCheck={false} error={wrong === 'secret' ? t('secretWrong') : undefined} />
        </>
      )}
      <div>
        <Button type="submit" variant="primary">
          {t('look')}
        </Button>
      </div>
    </form>
  );
}
