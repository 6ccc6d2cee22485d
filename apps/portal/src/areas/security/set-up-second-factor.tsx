'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { BeginSetUp, type OfferedSecret } from './begin-set-up';

/** With what draws the picture. */
const ConfirmSetUp = dynamic(() => import('./confirm-set-up').then(({ ConfirmSetUp: Confirm }) => Confirm), { ssr: false });
const RecoveryCodes = dynamic(() => import('./recovery-codes').then(({ RecoveryCodes: Codes }) => Codes), { ssr: false });

interface SetUpProps {
  /** It is on, and its recovery codes are shown. */
  readonly onTurnedOn?: () => void;
  /** The codes are kept. */
  readonly onDone: () => void;
}

/** Setting a second factor up, step by step: the secret, a first code of it, the recovery codes. */
export function SetUpSecondFactor({ onTurnedOn, onDone }: SetUpProps) {
  const [offered, setOffered] = useState<OfferedSecret | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const turnedOn = (shown: readonly string[]): void => {
    setCodes(shown);
    onTurnedOn?.();
  };
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  if (offered) return <ConfirmSetUp offered={offered} onCodes={turnedOn} />;
  return <BeginSetUp onOffered={setOffered} />;
}
