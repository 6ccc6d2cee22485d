'use client';

import { Button, ChevronDownIcon, csvOf, type Column } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { LazyMenu } from '../../frame/lazy-menu';
import type { ListTable } from '../../frame/lists/use-list';
import type { MachinesQueryVariables } from '../../generated/documents';
import { saveFile } from '../apps/csv';
import type { ListedMachine } from '../machines/machine-table';
import { campaignOf } from '../campaigns/new/chosen-machines';
import { BulkDialogs, type AskedChoice } from './bulk-dialogs';
import { matching, named } from './meant';
import { useBulkItems, type BulkChoice } from './use-bulk-items';

interface MachineSelectionBarProps {
  readonly columns: readonly Column<ListedMachine>[];
  readonly rows: readonly ListedMachine[];
  readonly selection: ListTable<ListedMachine>['selection'];
  /** What the list shows, and how many that is. */
  readonly query: Pick<MachinesQueryVariables, 'search' | 'connection' | 'filter'>;
  readonly total: number;
}

/** What is meant: the machines that are chosen, or all that match. All of one list is not meant once the list is narrowed otherwise. */
function useMeant({ rows, selection: { selected, onChange }, query, total }: MachineSelectionBarProps) {
  const [allOf, setAllOf] = useState<string>();
  const shown = JSON.stringify(query);
  const chosen = rows.filter(({ id }) => selected.has(id));
  const isAll = allOf === shown;
  return {
    chosen,
    isAll,
    meant: isAll ? matching(total, query) : named(chosen.map(({ id }) => id)),
    chooseAll: () => setAllOf(shown),
    clear: () => {
      setAllOf(undefined);
      onChange(new Set());
    },
  };
}

/** How many are chosen, and the way to all that match. */
function Chosen({ count, isAll, total, onChooseAll }: { count: number; isAll: boolean; total: number; onChooseAll(): void }) {
  const t = useTranslations('plant.bulk');
  const frame = useTranslations('frame.selection');
  return (
    <>
      <span role="status" className="tn-num">
        {isAll ? t('allChosen', { count: total }) : frame('count', { count })}
      </span>
      {!isAll && total > count && (
        <Button size="sm" variant="quiet" onClick={onChooseAll}>
          {t('chooseAll', { count: total })}
        </Button>
      )}
    </>
  );
}

/** What may be done with the machines that are chosen, or with all that match. It stays in sight at the foot of the page. */
export function MachineSelectionBar(props: MachineSelectionBarProps) {
  const t = useTranslations('plant.bulk');
  const frame = useTranslations('frame.selection');
  const { chosen, isAll, meant, chooseAll, clear } = useMeant(props);
  const router = useRouter();
  const [choice, setChoice] = useState<AskedChoice | null>(null);
  const choose = (what: BulkChoice): void => (what === 'UPDATE' ? router.push(campaignOf(meant)) : setChoice(what));
  const items = useBulkItems(props.query.filter?.isRetired === true, choose);
  if (chosen.length === 0 && !choice) return null;
  return (
    <>
      <div className="sticky bottom-[calc(var(--tn-bottom-bar)+8px)] z-(--z-header) flex w-fit flex-wrap items-center gap-x-3 gap-y-2 justify-self-center rounded bg-surface px-3 py-2 text-14 shadow-float md:bottom-4">
        <Chosen count={chosen.length} isAll={isAll} total={props.total} onChooseAll={chooseAll} />
        {items.length > 0 && <LazyMenu label={t('menu')} side="top" trigger={<Button size="sm" trailingIcon={<ChevronDownIcon size={14} />}>{t('menu')}</Button>} items={items} />}
        {!isAll && (
          <Button size="sm" onClick={() => saveFile('machines.csv', csvOf(props.columns, chosen))}>
            {frame('export')}
          </Button>
        )}
        <Button size="sm" variant="quiet" onClick={clear}>
          {frame('clear')}
        </Button>
      </div>
      {choice && <BulkDialogs choice={choice} meant={meant} onClose={() => setChoice(null)} onDone={clear} />}
    </>
  );
}
