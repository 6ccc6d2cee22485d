'use client';

import { Badge, type BadgeTone } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { CampaignMachineState, CampaignState } from '../../generated/documents';

const TONES: Readonly<Record<CampaignState, BadgeTone>> = { RUNNING: 'accent', PAUSED: 'danger', ABORTING: 'neutral', ABORTED: 'neutral', DONE: 'good', ROLLING_BACK: 'accent', ROLLED_BACK: 'neutral' };
const MACHINE_TONES: Readonly<Record<CampaignMachineState, BadgeTone>> = {
  WAITING: 'neutral', OFFERED: 'neutral', DOWNLOADING: 'accent', DOWNLOADED: 'accent', VERIFIED: 'accent', UPDATING: 'accent', UPDATED: 'good', FAILED: 'danger', TIMED_OUT: 'danger', SKIPPED: 'neutral', ROLLING_BACK: 'accent', ROLLED_BACK: 'neutral',
};

/** Where a campaign stands. */
export function CampaignBadge({ state }: { state: CampaignState }) {
  const t = useTranslations('campaigns.state');
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}

/** Where a machine of one stands. */
export function MachineBadge({ state }: { state: CampaignMachineState }) {
  const t = useTranslations('campaigns.machineState');
  return <Badge tone={MACHINE_TONES[state]}>{t(state)}</Badge>;
}
