'use client';

import { useTranslations } from 'next-intl';
import type { CampaignLineFragment } from '../../generated/documents';

/** What a campaign brings, in words: a package with its version, or a configuration. */
export function Brings({ campaign: { kind, package: brought } }: { campaign: Pick<CampaignLineFragment, 'kind' | 'package'> }) {
  const t = useTranslations('campaigns');
  return <span>{brought ? t('brings', { kind: t(`kind.${kind}`), title: brought.title, version: brought.version }) : t(`kind.${kind}`)}</span>;
}
