'use client';

import { Button, SelectField, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { MachinesToTypeDocument } from '../../generated/documents';
import { useAllPages } from './use-all-pages';
import type { useMakeType } from './use-make-type';

/** Draws a type from what a machine has sent. */
export function FromMachine({ make }: { make: ReturnType<typeof useMakeType> }) {
  const t = useTranslations('deviceTypes.new');
  const [chosen, choose] = useState('');
  const machines = usePages(MachinesToTypeDocument, { search: null }, ({ devices }) => devices);
  useAllPages(machines);
  if (machines.isError && !machines.data) return <Failure error={machines.error} onRetry={() => void machines.refetch()} isRetrying={machines.isFetching} headingLevel={3} />;
  if (!machines.data) return <Skeleton height={64} />;
  if (machines.nodes.length === 0) return <p className="text-14 text-ink-2">{t('noMachine')}</p>;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SelectField
        label={t('chooseMachine')}
        value={chosen}
        placeholder={t('choose')}
        onValueChange={choose}
        options={machines.nodes.map(({ id, name }) => ({ value: id, label: name }))}
        fieldClassName="w-full sm:w-72"
      />
      <Button disabled={chosen === ''} isLoading={make.isPending && make.variables.input.deviceId === chosen} onClick={() => make.mutate({ input: { deviceId: chosen } })}>
        {t('draw')}
      </Button>
    </div>
  );
}
