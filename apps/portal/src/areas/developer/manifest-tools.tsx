'use client';

import { Button, DownloadIcon, RefreshIcon, UploadIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useRef, type ChangeEvent } from 'react';
import { useToast } from '../../frame/toasts';
import { saveFile } from '../apps/csv';
import { EXAMPLE_TEXT } from './example-manifest';
import { readText } from './manifest-check';

const MOST_KB = 64;

interface ManifestToolsProps {
  readonly text: string;
  onChange(text: string): void;
}

/** Getting a manifest in and out, and tidying it. */
export function ManifestTools({ text, onChange }: ManifestToolsProps) {
  const t = useTranslations('developer.submit');
  const toast = useToast();
  const file = useRef<HTMLInputElement>(null);
  const load = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const input = event.currentTarget;
    const chosen = input.files?.[0];
    if (!chosen) return;
    if (chosen.size > MOST_KB * 1024) toast.show({ title: t('uploadTooBig', { kb: MOST_KB }), tone: 'danger' });
    else onChange(await chosen.text());
    // The same file may be chosen again after it was changed.
    input.value = '';
  };
  const tidy = (): void => {
    const read = readText(text);
    if (read.isJson) onChange(JSON.stringify(read.value, null, 2));
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input ref={file} type="file" accept=".json,application/json" aria-label={t('upload')} tabIndex={-1} className="sr-only" onChange={(event) => void load(event)} />
      <Button size="sm" icon={<UploadIcon size={16} />} onClick={() => file.current?.click()}>
        {t('upload')}
      </Button>
      <Button size="sm" onClick={tidy}>
        {t('format')}
      </Button>
      <Button size="sm" variant="quiet" icon={<RefreshIcon size={16} />} onClick={() => onChange(EXAMPLE_TEXT)}>
        {t('example')}
      </Button>
      <Button size="sm" variant="quiet" icon={<DownloadIcon size={16} />} onClick={() => saveFile('manifest.json', text, 'application/json')}>
        {t('download')}
      </Button>
    </div>
  );
}
