'use client';

import { Button, csvOf, type Column, type Selection } from '@tenon/ui';
import { useTranslations } from 'next-intl';

interface SelectionBarProps<Row> {
  /** What the file is called, without its ending. */
  readonly file: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly selection: Selection<Row>;
  keyOf(row: Row): string;
}

function download(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  URL.revokeObjectURL(href);
}

/** What may be done with the rows that are chosen. It stays in sight at the foot of the page. */
export function SelectionBar<Row>({ file, columns, rows, selection: { selected, onChange }, keyOf }: SelectionBarProps<Row>) {
  const t = useTranslations('frame.selection');
  const chosen = rows.filter((row) => selected.has(keyOf(row)));
  if (chosen.length === 0) return null;
  return (
    <div role="status" className="sticky bottom-[calc(var(--tn-bottom-bar)+8px)] z-(--z-header) flex w-fit items-center gap-3 justify-self-center rounded bg-surface px-3 py-2 text-14 shadow-float md:bottom-4">
      <span className="tn-num">{t('count', { count: chosen.length })}</span>
      <Button size="sm" onClick={() => download(`${file}.csv`, csvOf(columns, chosen))}>
        {t('export')}
      </Button>
      <Button size="sm" variant="quiet" onClick={() => onChange(new Set())}>
        {t('clear')}
      </Button>
    </div>
  );
}
