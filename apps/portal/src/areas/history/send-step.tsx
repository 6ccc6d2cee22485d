'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Section } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { HistoryImportFactsFragment } from '../../generated/documents';
import { bytesText } from '../exit/bytes';
import { ChooseFile } from './choose-file';
import { PressButton } from './press-button';
import { useSend } from './use-send';

/** A file that did not come whole: the same one goes on where it broke off. */
export function SendStep({ one, maxBytes }: { one: HistoryImportFactsFragment; maxBytes: number }) {
  const t = useTranslations('history.send');
  const locale = useLocale();
  const cache = useQueryClient();
  const send = useSend({ open: one, onDone: () => void cache.invalidateQueries({ queryKey: ['HistoryImport'] }) });
  return (
    <Section title={t('broken')} description={t('brokenBody', { file: one.fileName, received: bytesText(one.receivedBytes, locale), all: bytesText(one.fileBytes, locale) })} actions={<PressButton id={one.id} step="cancel" />}>
      <ChooseFile send={send} maxBytes={maxBytes} isAgain />
    </Section>
  );
}
