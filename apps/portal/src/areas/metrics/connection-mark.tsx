'use client';

import { StateMark, type MachineState } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { ConnectionState } from '../../generated/documents';
import { machineStateOf } from './machine-state';
import { stateValue, type NewestValue } from './metric-values';
import { useStateWords } from './use-state-words';

const SHAPE: Readonly<Record<ConnectionState, MachineState>> = { ONLINE: 'running', QUIET: 'idle', OFFLINE: 'offline', NEVER: 'offline' };

interface ConnectionMarkProps {
  readonly connection: ConnectionState;
  /** When given, an online machine shows what it is doing. */
  readonly values?: readonly NewestValue[];
  readonly size?: 'sm' | 'md';
}

/** What the machine is doing while it can be heard, else whether it can be. */
export function ConnectionMark({ connection, values, size = 'sm' }: ConnectionMarkProps) {
  const t = useTranslations('frame.connection');
  const stateWords = useStateWords();
  const doing = connection === 'ONLINE' && values ? machineStateOf(stateValue(values)?.value) : null;
  if (doing) return <StateMark state={doing} label={stateWords[doing]} size={size} />;
  return <StateMark state={SHAPE[connection]} label={t(connection)} size={size} />;
}
