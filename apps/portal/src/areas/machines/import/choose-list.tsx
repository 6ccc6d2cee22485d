'use client';

import { Button, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useRef, type ChangeEvent } from 'react';
import { csvOf, saveFile } from '../../apps/csv';

const ACCEPTED = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface ChooseListProps {
  readonly isFirst: boolean;
  readonly isChecking: boolean;
  onChoose(file: File): void;
}

/** How a list is written, an example of one, and the way to hand it in. */
export function ChooseList({ isFirst, isChecking, onChoose }: ChooseListProps) {
  const t = useTranslations('machines.import');
  const heads = useTranslations('machines.columns');
  const input = useRef<HTMLInputElement>(null);
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = currentTarget.files ?? [];
    if (file) onChoose(file);
    // The same file may be chosen again once it was put right.
    currentTarget.value = '';
  };
  const example = (): void => saveFile(t('exampleFile'), csvOf([heads('name'), 'token', t('exampleSerial')], [1, 2, 3].map((at) => [t('exampleName', { at }), '', `2026-00${at}`])));
  return (
    <Section title={t('columnsTitle')} description={t('columnsBody')}>
      <div className="flex flex-wrap items-center gap-2">
        <input ref={input} type="file" accept={ACCEPTED} aria-label={t('choose')} hidden onChange={choose} />
        <Button variant={isFirst ? 'primary' : 'secondary'} isLoading={isChecking} onClick={() => input.current?.click()}>
          {t(isFirst ? 'choose' : 'another')}
        </Button>
        <Button variant="quiet" onClick={example}>
          {t('example')}
        </Button>
      </div>
      <p className="mt-2 text-13 text-ink-3">{t('formats')}</p>
    </Section>
  );
}
