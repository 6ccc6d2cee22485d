'use client';

import { Badge, CheckIcon, ClockIcon, CloseIcon, RefreshIcon, type BadgeTone } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AppVersionState } from '../../generated/documents';

const LOOK: Readonly<Record<AppVersionState, { tone: BadgeTone; icon: ReactNode }>> = {
  SUBMITTED: { tone: 'caution', icon: <ClockIcon size={12} /> },
  LISTED: { tone: 'good', icon: <CheckIcon size={12} /> },
  REJECTED: { tone: 'danger', icon: <CloseIcon size={12} /> },
  SUPERSEDED: { tone: 'neutral', icon: <RefreshIcon size={12} /> },
};

/** How far a version has come, by word, colour and sign. */
export function VersionState({ state }: { state: AppVersionState }) {
  const t = useTranslations('developer.state');
  return (
    <Badge tone={LOOK[state].tone} icon={LOOK[state].icon}>
      {t(state)}
    </Badge>
  );
}
