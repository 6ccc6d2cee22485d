'use client';

import { Button, FieldError, ProgressBar, SelectField, TextField } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { PackageTypesDocument, type OtaPackageKind } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { bytesText } from '../exit/bytes';
import { usePackageUpload } from './use-package-upload';

/** What a package is called, for which machines it is, and its file, sent in parts. */
export function NewPackage({ maxBytes }: { maxBytes: number | undefined }) {
  const t = useTranslations('campaigns');
  const locale = useLocale();
  const types = useAnswer(PackageTypesDocument, {});
  const form = useRef<HTMLFormElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const upload = usePackageUpload(() => {
    form.current?.reset();
    setFile(null);
  });
  const [kind, setKind] = useState<OtaPackageKind>('FIRMWARE');
  const [typeId, setTypeId] = useState('');
  const [isMissing, setMissing] = useState(false);
  const send = (): void => {
    const values = new FormData(form.current ?? undefined);
    setMissing(!file);
    if (file) upload.start(file, { kind, typeId: typeId || null, title: String(values.get('title') ?? ''), version: String(values.get('version') ?? '') });
  };
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(upload.share);
  return (
    <form ref={form} className="grid max-w-3xl gap-4 sm:grid-cols-2" onSubmit={(event) => {
      event.preventDefault();
      send();
    }}>
      <SelectField label={t('packages.kind')} value={kind} options={(['FIRMWARE', 'SOFTWARE'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))} onValueChange={(value) => setKind(value === 'SOFTWARE' ? 'SOFTWARE' : 'FIRMWARE')} />
      <SelectField label={t('packages.type')} value={typeId} options={[{ value: '', label: t('packages.anyType') }, ...(types.data?.deviceTypes.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? [])]} onValueChange={setTypeId} />
      <TextField name="title" label={t('packages.titleField')} hint={t('packages.titleHint')} maxLength={100} required autoComplete="off" />
      <TextField name="version" label={t('packages.version')} hint={t('packages.versionHint')} maxLength={50} required autoComplete="off" />
      <FileChoice file={file} isMissing={isMissing} most={maxBytes === undefined ? '…' : bytesText(maxBytes, locale)} onChoose={setFile} />
      <div className="grid gap-3 sm:col-span-2">
        <FormFault error={upload.error} />
        {upload.isSending && <ProgressBar label={t('packages.sending')} value={upload.share} valueText={percent} hint={t('packages.sendingHint')} />}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" isLoading={upload.isSending}>
            {t('packages.send')}
          </Button>
          {upload.isSending && <Button onClick={upload.stop}>{t('packages.stop')}</Button>}
        </div>
      </div>
    </form>
  );
}

/** The way to choose a file: the browser's own words for it are in the browser's own language. */
function FileChoice({ file, isMissing, most, onChoose }: { file: File | null; isMissing: boolean; most: string; onChoose(file: File | null): void }) {
  const t = useTranslations('campaigns.packages');
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="grid gap-2 sm:col-span-2">
      <input ref={input} type="file" aria-label={t('file')} hidden onChange={({ currentTarget }) => onChoose(currentTarget.files?.[0] ?? null)} />
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => input.current?.click()}>{t('chooseFile')}</Button>
        <span className="text-14 break-all">{file?.name ?? t('noFile')}</span>
      </div>
      {isMissing && !file ? <FieldError>{t('fileMissing')}</FieldError> : <p className="text-13 text-ink-3">{t('fileHint', { most })}</p>}
    </div>
  );
}
