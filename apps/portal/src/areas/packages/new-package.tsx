'use client';

import { Button, ProgressBar, SelectField, TextField } from '@tenon/ui';
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
  const upload = usePackageUpload();
  const form = useRef<HTMLFormElement>(null);
  const [kind, setKind] = useState<OtaPackageKind>('FIRMWARE');
  const [typeId, setTypeId] = useState('');
  const [file, setFile] = useState<File | null>(null);
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
      <TextField type="file" label={t('packages.file')} hint={t('packages.fileHint', { most: maxBytes === undefined ? '…' : bytesText(maxBytes, locale) })} error={isMissing ? t('packages.fileMissing') : undefined} onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? null)} fieldClassName="sm:col-span-2" />
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
