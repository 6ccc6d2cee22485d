'use client';

import { Button, FieldError, NumberField, Skeleton } from '@tenon/ui';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useAnswer } from '../../../api/use-answer';
import { Failure } from '../../../errors/failure';
import { EmissionFactorsDocument, type EmissionFactorsQuery } from '../../../generated/documents';
import { useLocalized } from '../../store/use-localized';
import { FactorSource } from '../factor-source';
import { isFactor } from './energy-draft';
import type { DraftStepProps } from './tariff-step';

type Factor = EmissionFactorsQuery['emissionFactors'][number];

/** The national factors stand first; the regions' are opened on wish. */
const SHOWN_FIRST = 3;

interface RowProps {
  readonly isChosen: boolean;
  readonly name: ReactNode;
  readonly detail: ReactNode;
  readonly value: ReactNode;
  onChoose(): void;
}

function FactorRow({ isChosen, name, detail, value, onChoose }: RowProps) {
  return (
    <label className={clsx('flex cursor-pointer items-center gap-3 border-b border-line px-1 py-3 hover:bg-hover', 'has-focus-visible:outline-2 has-focus-visible:outline-focus')}>
      <input type="radio" name="factor" checked={isChosen} onChange={onChoose} className="tn-check" />
      <span className="min-w-0 flex-1">
        <span className="block text-14 font-medium">{name}</span>
        <span className="block text-13 text-ink-2">{detail}</span>
      </span>
      <span className="tn-num text-16">{value}</span>
    </label>
  );
}

interface TableProps extends DraftStepProps {
  readonly factors: readonly Factor[];
}

function FactorTable({ factors, draft, onChange }: TableProps) {
  const t = useTranslations('energy.setup.factor');
  const localized = useLocalized();
  const isFar = !draft.isOwnFactor && factors.findIndex(({ kgCo2PerKwh }) => kgCo2PerKwh === draft.factor) >= SHOWN_FIRST;
  const [isWide, setIsWide] = useState(isFar);
  const shown = isWide ? factors : factors.slice(0, SHOWN_FIRST);
  return (
    <fieldset className="border-t border-line">
      <legend className="sr-only">{t('legend')}</legend>
      {shown.map(({ key, name, year, kgCo2PerKwh }) => (
        <FactorRow
          key={key}
          isChosen={!draft.isOwnFactor && draft.factor === kgCo2PerKwh}
          name={localized(name)}
          detail={t('year', { year: String(year) })}
          value={kgCo2PerKwh.toFixed(4)}
          onChoose={() => onChange({ factor: kgCo2PerKwh, isOwnFactor: false })}
        />
      ))}
      <FactorRow isChosen={draft.isOwnFactor} name={t('own')} detail={t('ownHelp')} value="" onChoose={() => onChange({ isOwnFactor: true })} />
      {factors.length > SHOWN_FIRST && (
        <Button size="sm" variant="quiet" className="mt-2" onClick={() => setIsWide(!isWide)}>
          {isWide ? t('fewer') : t('regions', { count: factors.length })}
        </Button>
      )}
    </fieldset>
  );
}

function Source({ factors, factor }: { factors: readonly Factor[]; factor: number | null }) {
  const t = useTranslations('energy.setup.factor');
  const chosen = factors.find(({ kgCo2PerKwh }) => kgCo2PerKwh === factor);
  if (!chosen) return null;
  return (
    <p className="max-w-prose text-13 break-words text-ink-2">
      {t('source')}
      <FactorSource factor={chosen} />
    </p>
  );
}

/** The national average until something else is chosen; a factor that is not in the table is the company's own. */
function useFirstFactor({ draft, onChange }: DraftStepProps, factors: readonly Factor[] | undefined): void {
  const begin = useEffectEvent((known: readonly Factor[]) => {
    if (draft.factor === null && !draft.isOwnFactor) onChange({ factor: known[0]?.kgCo2PerKwh ?? null });
    else if (!known.some(({ kgCo2PerKwh }) => kgCo2PerKwh === draft.factor)) onChange({ isOwnFactor: true });
  });
  useEffect(() => {
    if (factors) begin(factors);
  }, [factors]);
}

function Chosen({ factors, draft, isChecked, onChange }: TableProps) {
  const t = useTranslations('energy.setup.factor');
  const fault = isChecked && !isFactor(draft.factor) ? t('range') : undefined;
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-4">
      <FactorTable factors={factors} draft={draft} isChecked={isChecked} onChange={onChange} />
      {draft.isOwnFactor ? (
        <NumberField
          label={t('value')}
          unit={t('unit')}
          min={0}
          max={2}
          step={0.0001}
          precision={6}
          value={draft.factor}
          onValueChange={(factor) => onChange({ factor })}
          error={fault}
          fieldClassName="max-w-64"
        />
      ) : (
        <Source factors={factors} factor={draft.factor} />
      )}
      {!draft.isOwnFactor && fault && <FieldError>{fault}</FieldError>}
    </div>
  );
}

/** Third step: how much carbon a kWh stands for. */
export function FactorStep(props: DraftStepProps) {
  const query = useAnswer(EmissionFactorsDocument, {}, { staleMs: Infinity });
  const factors = query.data?.emissionFactors;
  useFirstFactor(props, factors);
  if (factors) return <Chosen {...props} factors={factors} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />;
  return <Skeleton lines={4} height={44} />;
}
