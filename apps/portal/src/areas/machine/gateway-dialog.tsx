'use client';

import { Button, Dialog, SelectField, TextField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answerKey } from '../../api/document';
import { useAnswer } from '../../api/use-answer';
import { useChange } from '../../api/use-change';
import { GatewaysDocument, MachineDocument, PlaceBehindGatewayDocument, SetGatewayModeDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import type { Machine } from './use-machine';

const ROLES = ['NONE', 'BEHIND', 'LISTED', 'OPEN'] as const;
type Role = (typeof ROLES)[number];

const roleOf = ({ gateway, gatewayMode }: Machine): Role => (gateway ? 'BEHIND' : gatewayMode);

interface BehindProps {
  readonly machine: Machine;
  readonly gatewayId: string;
  readonly knownAs: string;
  onGateway(id: string): void;
  onKnownAs(name: string): void;
}

/** Behind which gateway, and by which name that knows it. */
function Behind({ machine, gatewayId, knownAs, onGateway, onKnownAs }: BehindProps) {
  const t = useTranslations('machines.gateway');
  const gateways = useAnswer(GatewaysDocument, {});
  const options = (gateways.data?.devices.nodes ?? []).filter(({ id }) => id !== machine.id).map(({ id, name }) => ({ value: id, label: name }));
  if (gateways.data && options.length === 0) return <p className="text-14 text-ink-2">{t('noGateways')}</p>;
  return (
    <>
      <FormFault error={gateways.error} />
      <SelectField label={t('gatewayLabel')} value={gatewayId} onValueChange={onGateway} options={options} />
      <TextField label={t('knownAs')} hint={t('knownAsHint')} value={knownAs} maxLength={80} placeholder={machine.name} onChange={({ target }) => onKnownAs(target.value)} />
    </>
  );
}

/** Says whether the machine is a gateway, or behind which one it stands. */
export function GatewayDialog({ machine, onClose }: { machine: Machine; onClose(): void }) {
  const t = useTranslations('machines.gateway');
  const frame = useTranslations('frame');
  const cache = useQueryClient();
  const [role, setRole] = useState<Role>(roleOf(machine));
  const [gatewayId, setGatewayId] = useState(machine.gateway?.id ?? '');
  const [knownAs, setKnownAs] = useState(machine.knownAs ?? '');
  const settled = (): void => {
    for (const key of [answerKey(MachineDocument, { id: machine.id }), ['GatewayChildren'], ['Gateways'], ['Machines']]) void cache.invalidateQueries({ queryKey: key });
    onClose();
  };
  const setMode = useChange(SetGatewayModeDocument, { onDone: settled });
  const place = useChange(PlaceBehindGatewayDocument, { onDone: settled });
  const leave = useChange(PlaceBehindGatewayDocument, { onDone: () => (role === 'NONE' || role === 'BEHIND' ? settled() : setMode.mutate({ input: { id: machine.id, mode: role } })) });
  const stop = useChange(SetGatewayModeDocument, { onDone: () => place.mutate({ input: { id: machine.id, gatewayId, knownAs: knownAs || null } }) });

  const save = (): void => {
    const { id } = machine;
    if (role === 'BEHIND') {
      // What is a gateway is first made none.
      if (machine.gatewayMode === 'NONE') place.mutate({ input: { id, gatewayId, knownAs: knownAs || null } });
      else stop.mutate({ input: { id, mode: 'NONE' } });
    } else if (machine.gateway) leave.mutate({ input: { id } });
    else setMode.mutate({ input: { id, mode: role } });
  };

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="sm"
      title={t('dialogTitle', { name: machine.name })}
      description={t('dialogBody')}
      closeLabel={frame('close')}
      footer={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button variant="primary" isLoading={[setMode, place, leave, stop].some(({ isPending }) => isPending)} disabled={role === 'BEHIND' && gatewayId === ''} onClick={save}>
            {frame('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <FormFault error={setMode.error ?? place.error ?? leave.error ?? stop.error} />
        <SelectField label={t('role')} value={role} onValueChange={(next) => setRole(ROLES.find((one) => one === next) ?? 'NONE')} options={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))} />
        {role === 'BEHIND' && <Behind machine={machine} gatewayId={gatewayId} knownAs={knownAs} onGateway={setGatewayId} onKnownAs={setKnownAs} />}
      </div>
    </Dialog>
  );
}
