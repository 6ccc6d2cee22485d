'use client';

import { Badge, CheckIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import type { StoreEntryFragment } from '../../generated/documents';
import { AppMark } from './app-mark';
import { useLocalized } from './use-localized';
import { usePrice } from './use-price';

/** One app on the shelf: what it does, who answers for it, what it costs. */
export function StoreRow({ app }: { app: StoreEntryFragment }) {
  const t = useTranslations('store');
  const localized = useLocalized();
  const priceOf = usePrice();
  return (
    <li className="border-b border-line">
      <Link href={`/store/${app.slug}`} className="group flex gap-4 px-1 py-4 hover:bg-hover">
        <AppMark engine={app.engine} size={44} />
        <span className="grid min-w-0 flex-1 gap-x-6 gap-y-1 md:grid-cols-[1fr_auto]">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="text-16 font-semibold group-hover:underline group-hover:underline-offset-3">{localized(app.name)}</span>
            {app.subscription && (
              <Badge tone={app.subscription.isConfigured ? 'good' : 'caution'} icon={app.subscription.isConfigured ? <CheckIcon size={12} /> : undefined}>
                {app.subscription.isConfigured ? t('subscribed') : t('toSetUp')}
              </Badge>
            )}
          </span>
          <span className="tn-num text-14 font-medium max-md:order-last md:text-right">{priceOf(app.price)}</span>
          <span className="max-w-3xl text-14 text-ink-2">{localized(app.summary)}</span>
          <span className="text-13 text-ink-3 md:text-right">{app.publisherName}</span>
        </span>
      </Link>
    </li>
  );
}
