'use client';

import { Button, ExactTime, Section } from '@tenon/ui';
import { useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { answerKey } from '../../api/document';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { MachineDocument, RevokeTokenDocument, RotateTokenDocument, type RotateTokenMutation } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { useMay, useViewer } from '../../viewer/viewer-context';
import { NewToken } from './new-token';
import type { Machine } from './use-machine';

function TokenLine({ machine: { token, gateway, handover } }: { machine: Machine }) {
  const t = useTranslations('machines.token');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  if (!token && isGone({ handover })) return <Gone handover={handover} />;
  // One behind a gateway may never have had any.
  if (!token) return gateway ? <p className="text-14 text-ink-2">{t('needless')}</p> : <p className="text-14 text-danger">{t('revoked')}</p>;
  return (
    <p className="text-14">
      {t.rich('current', {
        prefix: token.prefix,
        code: (words) => <code className="font-mono">{words}</code>,
        time: () => <ExactTime at={token.issuedAt} locale={locale} timeZone={timeZone} />,
      })}
    </p>
  );
}

const isGone = ({ handover }: Pick<Machine, 'handover'>): boolean => handover?.state === 'TAKEN';

/** It went with the machine, or ended when that went: nothing is wrong, and nothing is to be done. */
function Gone({ handover }: Pick<Machine, 'handover'>) {
  const t = useTranslations('machines.token');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  if (!handover?.takenAt) return null;
  const { takenAt, takenBy, keepsCredentials } = handover;
  return <p className="text-14 text-ink-2">{t.rich(keepsCredentials ? 'wentAlong' : 'endedThen', { company: takenBy ?? '', time: () => <ExactTime at={takenAt} locale={locale} timeZone={timeZone} /> })}</p>;
}

type Asked = 'rotate' | 'revoke' | null;

interface ConfirmProps {
  readonly asked: NonNullable<Asked>;
  readonly machine: Machine;
  readonly change: UseMutationResult<unknown, Error, { id: string }>;
  readonly onClose: () => void;
}

/** Asks before a token stops, naming what stops with it. */
function TokenConfirm({ asked, machine, change, onClose }: ConfirmProps) {
  const t = useTranslations('machines.token');
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t(`${asked}Title`, { name: machine.name })}
      description={t(`${asked}Body`)}
      recovery={t(`${asked}Recovery`)}
      confirmLabel={t(asked)}
      onConfirm={() => change.mutate({ id: machine.id })}
    />
  );
}

/** The machine's key: which one holds, a new one, or none. */
export function TokenSection({ machine }: { machine: Machine }) {
  const t = useTranslations('machines.token');
  const cache = useQueryClient();
  const mayChange = useMay('device:credentials');
  const [asked, setAsked] = useState<Asked>(null);
  const [issued, setIssued] = useState<RotateTokenMutation['rotateDeviceToken'] | null>(null);
  const settled = (): void => {
    setAsked(null);
    void cache.invalidateQueries({ queryKey: answerKey(MachineDocument, { id: machine.id }) });
  };
  const rotate = useChange(RotateTokenDocument, {
    onDone: ({ rotateDeviceToken }) => {
      setIssued(rotateDeviceToken);
      settled();
    },
  });
  const revoke = useChange(RevokeTokenDocument, { onDone: settled });
  const change: ConfirmProps['change'] = asked === 'revoke' ? revoke : rotate;
  // Where no token holds, nothing is lost by a new one: it is made at once.
  const askOrRotate = (): void => (machine.token ? setAsked('rotate') : rotate.mutate({ id: machine.id }));
  return (
    <Section
      title={t('title')}
      description={t('intro')}
      actions={
        mayChange && !isGone(machine) ? (
          <>
            <Button onClick={askOrRotate} isLoading={rotate.isPending}>
              {t('rotate')}
            </Button>
            {machine.token && <Button variant="danger" onClick={() => setAsked('revoke')} children={t('revoke')} />}
          </>
        ) : undefined
      }
    >
      <TokenLine machine={machine} />
      {/* Asked for without a dialog, a token that was refused has no other place to say so. */}
      {asked === null && <FormFault error={rotate.error} />}
      {asked && <TokenConfirm asked={asked} machine={machine} change={change} onClose={() => setAsked(null)} />}
      {issued && <NewToken machineName={machine.name} issued={issued} onClose={() => setIssued(null)} />}
    </Section>
  );
}
