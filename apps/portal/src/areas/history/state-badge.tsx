'use client';

import { Badge, type BadgeTone } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { HistoryImportState } from '../../generated/documents';

const TONES: Readonly<Record<HistoryImportState, BadgeTone>> = { SENDING: 'neutral', LOOKING: 'accent', MAPPING: 'neutral', CHECKING: 'accent', CHECKED: 'neutral', RUNNING: 'accent', DONE: 'good', UNDOING: 'accent', UNDONE: 'neutral', CANCELLED: 'neutral', FAILED: 'danger' };

/** Where an import stands. */
export function StateBadge({ state, isPaused }: { state: HistoryImportState; isPaused: boolean }) {
  const t = useTranslations('history');
  return isPaused ? <Badge tone="neutral">{t('paused')}</Badge> : <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
