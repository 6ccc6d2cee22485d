'use client';

import { Skeleton } from '@tenon/ui';
import { Failure } from '../../errors/failure';
import type { Machine } from '../machine/use-machine';
import { CommandsSection } from './commands-section';
import { StateSection } from './state-section';
import { useControl } from './use-control';

/** What passes from the platform to the machine: the state it is asked to take, and commands. */
export function ControlTab({ machine }: { machine: Machine }) {
  const control = useControl(machine.id);
  if (control.isPending) return <Skeleton lines={8} />;
  if (control.isError && !control.data) return <Failure error={control.error} onRetry={() => void control.refetch()} isRetrying={control.isFetching} headingLevel={2} />;
  return (
    <div className="grid gap-8 *:first:border-t-0 *:first:pt-0">
      <CommandsSection machine={machine} metrics={control.metrics} commands={control.nodes} hasMore={control.hasNextPage} isLoading={control.isFetchingNextPage} onLoadMore={() => void control.fetchNextPage()} />
      <StateSection deviceId={machine.id} entries={control.state} />
    </div>
  );
}
