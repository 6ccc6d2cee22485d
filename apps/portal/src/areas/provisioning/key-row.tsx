'use client';

import { Badge, ExactTime } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { ProvisioningKeysQuery } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { KeyActions } from './key-actions';

type ProvisioningKey = ProvisioningKeysQuery['provisioningKeys'][number];

interface KeyRowProps {
  readonly provisioningKey: ProvisioningKey;
  onChanged(): Promise<unknown>;
}

/** Why a machine was not let in, as there are words for it. */
const REASONS = ['WRONG_SECRET', 'KEY_REVOKED', 'KEY_EXPIRED', 'KEY_USED_UP', 'NAME_TAKEN', 'ALREADY', 'NOT_LISTED', 'TOKEN_NOT_FREE', 'CERTIFICATE_NOT_FREE', 'COMPANY_SUSPENDED', 'QUOTA_REACHED'] as const;

/** What comes by a key. */
function Scope({ makesNew, makesGateways, type }: ProvisioningKey) {
  const t = useTranslations('provisioning');
  if (!makesNew) return t('onlyListed');
  return (
    <>
      {type ? t('makesTyped', { type: type.name }) : t('makesNew')} {makesGateways && t('withGateways')}
    </>
  );
}

function Refused({ refusedCount, lastRefusal }: ProvisioningKey) {
  const t = useTranslations('provisioning');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  if (!lastRefusal) return null;
  const reason = REASONS.find((one) => one === lastRefusal.code.replace(/^PROVISION\./, '').replace('.', '_')) ?? 'OTHER';
  return (
    <p className="max-w-prose text-13 text-ink-2 wrap-anywhere">
      {t.rich('refused', { count: refusedCount, name: lastRefusal.name ?? '—', time: () => <ExactTime at={lastRefusal.at} locale={locale} timeZone={timeZone} /> })} {t(`reasons.${reason}`)}
    </p>
  );
}

/** One key: what comes by it, how often, until when, what was refused, and its end. */
export function KeyRow({ provisioningKey, onChanged }: KeyRowProps) {
  const t = useTranslations('provisioning');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const { name, key, secretPrefix, state, usedCount, mostUses, expiresAt, lastUsedAt } = provisioningKey;
  const time = (at: string) => () => <ExactTime at={at} locale={locale} timeZone={timeZone} />;
  return (
    <li className="grid gap-2 border-t border-line py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="grid min-w-0 gap-1">
          <p className="flex flex-wrap items-center gap-2 text-14 font-medium wrap-anywhere">
            {name} {state !== 'ACTIVE' && <Badge tone="neutral">{t(`states.${state}`)}</Badge>}
          </p>
          <p className="text-13 text-ink-2">
            <Scope {...provisioningKey} />
          </p>
          <p className="text-13 text-ink-2 tabular-nums">
            {mostUses === null ? t('used', { count: usedCount }) : t('usedOf', { count: usedCount, most: mostUses })} {expiresAt && t.rich('until', { time: time(expiresAt) })} {lastUsedAt && t.rich('last', { time: time(lastUsedAt) })}
          </p>
          <p className="text-13 text-ink-2 wrap-anywhere">
            {t.rich('identity', { key, prefix: secretPrefix, code: (words) => <code className="font-mono">{words}</code> })}
          </p>
        </div>
        {state !== 'REVOKED' && <KeyActions provisioningKey={provisioningKey} onChanged={onChanged} />}
      </div>
      <Refused {...provisioningKey} />
    </li>
  );
}
