'use client';

import { useTranslations } from 'next-intl';
import type { CreateProvisioningKeyMutation } from '../../generated/documents';
import { KeySecret } from './key-secret';

/** How a key's secret is shown that was just made. */
export function useShownSecret() {
  const t = useTranslations('provisioning');
  return (made: CreateProvisioningKeyMutation['createProvisioningKey']) => ({ title: t('secretTitle', { name: made.key.name }), once: t('once'), keptLabel: t('kept'), size: 'lg' as const, content: <KeySecret made={made} /> });
}
