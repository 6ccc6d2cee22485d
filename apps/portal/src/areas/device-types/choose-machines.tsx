'use client';

import { Button, Checkbox, Dialog, LoadMore, SearchField, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { usePages } from '../../api/use-pages';
import { useToast } from '../../frame/toasts';
import { useTyped } from '../../frame/lists/use-typed';
import { MachinesToTypeDocument, type WholeTypeFragment } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { useAssign } from './use-assign';

/** As many as the api takes at once. */
const MOST_AT_ONCE = 200;

interface ChoiceProps {
  readonly type: WholeTypeFragment;
  readonly chosen: ReadonlySet<string>;
  choose(id: string, isChosen: boolean): void;
}

function MachineChoices({ type, chosen, choose }: ChoiceProps) {
  const t = useTranslations('deviceTypes.machines');
  const [asked, ask] = useState('');
  const [typed, setTyped] = useTyped(asked, ask);
  const machines = usePages(MachinesToTypeDocument, { search: asked || null }, ({ devices }) => devices);
  return (
    <div className="grid gap-3">
      <FormFault error={machines.error} />
      <SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clearSearch')} value={typed} onValueChange={setTyped} />
      {machines.isPending && <Skeleton lines={5} />}
      {machines.data && machines.nodes.length === 0 && <p className="text-14 text-ink-2">{t('noneFound')}</p>}
      <ul className="grid max-h-80 gap-1 overflow-y-auto">
        {machines.nodes.map(({ id, name, type: former }) => (
          <li key={id}>
            <Checkbox
              label={name}
              hint={former ? (former.id === type.id ? t('hasThis') : t('has', { type: former.name })) : undefined}
              checked={former?.id === type.id || chosen.has(id)}
              disabled={former?.id === type.id || (!chosen.has(id) && chosen.size >= MOST_AT_ONCE)}
              onCheckedChange={(isChosen) => choose(id, isChosen)}
            />
          </li>
        ))}
      </ul>
      <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore={machines.hasNextPage} isLoading={machines.isFetchingNextPage} onLoadMore={() => void machines.fetchNextPage()} />
    </div>
  );
}

/** Gives the type to machines out of all. */
export function ChooseMachines({ type, onClose }: { type: WholeTypeFragment; onClose: () => void }) {
  const t = useTranslations('deviceTypes.machines');
  const frame = useTranslations('frame');
  const toast = useToast();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const assign = useAssign((machines) => {
    onClose();
    toast.show({ title: t('assigned', { count: machines.length }), tone: 'good' });
  });
  const choose = (id: string, isChosen: boolean): void =>
    setChosen((before) => {
      const after = new Set(before);
      if (isChosen) after.add(id);
      else after.delete(id);
      return after;
    });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('dialogTitle', { name: type.name })}
      closeLabel={frame('close')}
      footer={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button variant="primary" disabled={chosen.size === 0} isLoading={assign.isPending} onClick={() => assign.mutate({ input: { deviceIds: [...chosen], typeId: type.id } })}>
            {t('assign', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <FormFault error={assign.error} />
        <MachineChoices type={type} chosen={chosen} choose={choose} />
      </div>
    </Dialog>
  );
}
