'use client';

import { Button, Dialog, SelectField, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useState } from 'react';
import { usePages } from '../../api/use-pages';
import { DeviceTypesDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { useAllPages } from '../device-types/use-all-pages';
import { useAssign } from '../device-types/use-assign';
import type { Machine } from './use-machine';

/** Stands for having no type; no id is empty. */
const NONE = '';

interface ChooseTypeProps {
  readonly machine: Machine;
  onClose(): void;
}

/** Says what kind of machine this is. */
export function ChooseType({ machine, onClose }: ChooseTypeProps) {
  const t = useTranslations('machines.type');
  const frame = useTranslations('frame');
  const [chosen, choose] = useState(machine.type?.id ?? NONE);
  const types = usePages(DeviceTypesDocument, { first: 100, search: null }, ({ deviceTypes }) => deviceTypes);
  useAllPages(types);
  const assign = useAssign(onClose);
  const options = types.nodes.map(({ id, name, published }) => ({ value: id, label: published ? name : t('draftOnly', { name }) }));
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
          <Button variant="primary" isLoading={assign.isPending} disabled={!types.data} onClick={() => assign.mutate({ input: { deviceIds: [machine.id], typeId: chosen || null } })}>
            {frame('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <FormFault error={assign.error ?? types.error} />
        {types.data ? <SelectField label={t('label')} value={chosen} onValueChange={choose} options={[{ value: NONE, label: t('nothing') }, ...options]} /> : <Skeleton height={64} />}
        <Link href="/machines/types/new" className="justify-self-start text-13 underline underline-offset-4">
          {t('toNew')}
        </Link>
      </div>
    </Dialog>
  );
}
