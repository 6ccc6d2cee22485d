'use client';

import { Button, EmptyState, LoadMore, PlusIcon, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from '../../frame/link';
import { useState } from 'react';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { useToast } from '../../frame/toasts';
import { useFaultToast } from '../../frame/use-fault-toast';
import { DeviceTypeMachinesDocument, type DeviceTypeMachinesQuery, type WholeTypeFragment } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { ConnectionMark } from '../metrics/connection-mark';
import { useAssign } from './use-assign';

const ChooseMachines = dynamic(() => import('./choose-machines').then(({ ChooseMachines: Dialog }) => Dialog), { ssr: false });

type Machine = DeviceTypeMachinesQuery['deviceType']['machines']['nodes'][number];

function MachineRow({ machine }: { machine: Machine }) {
  const t = useTranslations('deviceTypes.machines');
  const toast = useToast();
  const tellFault = useFaultToast();
  const mayManage = useMay('device-type:manage');
  const assign = useAssign(() => toast.show({ title: t('removed', { name: machine.name }), tone: 'good' }));
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-2">
      <span className="flex min-w-0 flex-wrap items-center gap-3">
        <Link href={`/machines/${machine.id}`} className="inline-flex min-h-6 items-center text-14 font-medium hover:underline">
          {machine.name}
        </Link>
        <ConnectionMark connection={machine.connection} />
      </span>
      {mayManage && (
        <Button size="sm" variant="quiet" aria-label={t('removeOf', { name: machine.name })} isLoading={assign.isPending} onClick={() => assign.mutate({ input: { deviceIds: [machine.id], typeId: null } }, { onError: tellFault })}>
          {t('remove')}
        </Button>
      )}
    </li>
  );
}

/** The machines that have the type, and giving it to more. */
export function MachinesTab({ type }: { type: WholeTypeFragment }) {
  const t = useTranslations('deviceTypes.machines');
  const [isChoosing, setIsChoosing] = useState(false);
  const mayManage = useMay('device-type:manage');
  const machines = usePages(DeviceTypeMachinesDocument, { id: type.id }, ({ deviceType }) => deviceType.machines);
  if (machines.isError && !machines.data) return <Failure error={machines.error} onRetry={() => void machines.refetch()} isRetrying={machines.isFetching} />;
  if (!machines.data) return <Skeleton lines={6} />;
  const choose = mayManage && (
    <Button icon={<PlusIcon size={16} />} onClick={() => setIsChoosing(true)}>
      {t('choose')}
    </Button>
  );
  return (
    <div className="grid grid-cols-1 gap-4">
      {machines.nodes.length === 0 ? (
        <EmptyState size="inline" title={t('none')} body={t('noneBody')} action={choose} />
      ) : (
        <>
          <div>{choose}</div>
          <ul className="border-t border-line">
            {machines.nodes.map((machine) => (
              <MachineRow key={machine.id} machine={machine} />
            ))}
          </ul>
        </>
      )}
      <LoadMore
        label={t('more')}
        loadingLabel={t('loading')}
        hasMore={machines.hasNextPage}
        isLoading={machines.isFetchingNextPage}
        countText={machines.nodes.length > 0 && t('shown', { shown: machines.nodes.length, total: machines.data.pages[0]?.deviceType.machines.totalCount ?? 0 })}
        onLoadMore={() => void machines.fetchNextPage()}
      />
      {isChoosing && <ChooseMachines type={type} onClose={() => setIsChoosing(false)} />}
    </div>
  );
}
