'use client';

import { ProgressBar, RadioCards, SelectField, TextField, toLocalInput } from '@tenon/ui';
import { useMutation } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { TelemetryQuestionText } from '@tenon/contracts/telemetry';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { useToast } from '../../frame/toasts';
import { useViewer } from '../../viewer/viewer-context';
import { bytesText } from '../exit/bytes';
import { exportQuestion, GRAINS, type Grain } from './export-question';
import { fetchReadings, keepFile, type ReadingsFormat } from './fetch-readings';

const DAY_MS = 86_400_000;

type AskedMachines = NonNullable<TelemetryQuestionText['machines']>;

interface ExportReadingsProps {
  /** Whose readings they are, as people call it; it begins the file's name. */
  readonly name: string;
  readonly title?: string;
  /** Which machines; or what finds them out once the file is asked for. */
  readonly machines: AskedMachines | ((signal: AbortSignal) => Promise<AskedMachines>);
  /** Metrics to choose from; all of them where none are given. */
  readonly metrics?: readonly { readonly key: string; readonly name: string }[];
  onClose(): void;
}

interface Asked {
  readonly question: Omit<TelemetryQuestionText, 'machines'>;
  readonly format: ReadingsFormat;
}

/** Fetches a file and keeps it; closing the dialog ends it. */
function useExport({ name, machines, onClose }: Pick<ExportReadingsProps, 'name' | 'machines' | 'onClose'>) {
  const t = useTranslations('machines.exportReadings');
  const locale = useLocale();
  const toast = useToast();
  const [bytes, setBytes] = useState<number | null>(null);
  const abort = useRef(new AbortController());
  useEffect(() => {
    const own = new AbortController();
    abort.current = own;
    return () => { own.abort(); };
  }, []);
  const change = useMutation<Blob, Error, Asked>({
    mutationFn: async ({ question, format }) => {
      const { signal } = abort.current;
      const meant = typeof machines === 'function' ? await machines(signal) : machines;
      return fetchReadings({ question: { ...question, machines: meant }, format, onBytes: setBytes, signal });
    },
    onMutate: () => { setBytes(0); },
    onSuccess: (file, { format, question }) => {
      keepFile(file, `${name} ${question.from?.slice(0, 10) ?? ''}.${format}`);
      toast.show({ title: t('done', { size: bytesText(file.size, locale) }), tone: 'good' });
      onClose();
    },
    onError: () => { setBytes(null); },
  });
  return { change, bytes };
}

/** Takes readings along as a file: of a machine, of all that stand in a place, or of those that are chosen. */
export function ExportReadings({ name, title, machines, metrics = [], onClose }: ExportReadingsProps) {
  const t = useTranslations('machines.exportReadings');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const faultLine = useFaultLine();
  const [missing, setMissing] = useState<'from' | 'to' | null>(null);
  const [untilMs] = useState(() => Date.now());
  const { change, bytes } = useExport({ name, machines, onClose });
  const send = (form: HTMLFormElement): void => {
    const values = new FormData(form);
    const question = exportQuestion(values, timeZone);
    setMissing(typeof question === 'string' ? question : null);
    if (typeof question !== 'string') change.mutate({ question, format: values.get('format') === 'parquet' ? 'parquet' : 'csv' });
  };
  return (
    <FormDialog title={title ?? t('title', { name })} body={t('body')} submitLabel={t('action')} isPending={change.isPending} onSend={send} onClose={onClose}>
      <TextField label={t('from', { timeZone })} type="datetime-local" name="from" required defaultValue={toLocalInput(untilMs - 7 * DAY_MS, timeZone)} error={missing === 'from' ? t('fromMissing') : undefined} />
      <TextField label={t('to')} type="datetime-local" name="to" required defaultValue={toLocalInput(untilMs, timeZone)} error={missing === 'to' ? t('toMissing') : undefined} />
      {metrics.length > 0 && <SelectField label={t('metric')} name="metric" placeholder={t('allMetrics')} options={metrics.map(({ key, name: label }) => ({ value: key, label }))} />}
      <SelectField label={t('grain')} name="grain" defaultValue="points" options={(Object.keys(GRAINS) as Grain[]).map((grain) => ({ value: grain, label: t(`grains.${grain}`) }))} />
      <RadioCards legend={t('format')} name="format" defaultValue="csv" columns={2} options={[{ value: 'csv', label: 'CSV', description: t('csv') }, { value: 'parquet', label: 'Parquet', description: t('parquet') }]} />
      {bytes !== null && <ProgressBar label={t('coming')} value={null} valueText={bytesText(bytes, locale)} hint={t('closing')} />}
      {change.error && <p role="alert" className="text-13 text-danger">{faultLine(change.error)}</p>}
    </FormDialog>
  );
}
