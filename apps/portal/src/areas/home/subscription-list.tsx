'use client';

import { Badge, ChevronRightIcon, EmptyState, LinkButton, StoreIllustration } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import type { HomeQuery } from '../../generated/documents';

type Subscription = HomeQuery['subscriptions']['nodes'][number];

/** The apps the company uses, or the way to the first. */
export function SubscriptionList({ subscriptions }: { subscriptions: readonly Subscription[] }) {
  const t = useTranslations('home.apps');
  const isChinese = useLocale() === 'zh-CN';
  const running = subscriptions.filter(({ state }) => state === 'ACTIVE');
  if (running.length === 0) {
    return (
      <EmptyState
        size="inline"
        headingLevel={3}
        illustration={<StoreIllustration />}
        title={t('emptyTitle')}
        body={t('emptyBody')}
        action={
          <LinkButton asChild>
            <Link href="/store">{t('toStore')}</Link>
          </LinkButton>
        }
      />
    );
  }
  return (
    <ul className="border-t border-line">
      {running.map(({ id, app, isConfigured }) => (
        <li key={id} className="border-b border-line">
          <Link href={`/apps/${id}`} className="flex items-center gap-4 py-3 hover:bg-sunken">
            <span className="grid min-w-0 flex-1 gap-1">
              <span className="text-16 font-medium">{isChinese ? app.name.zh : app.name.en}</span>
              <span className="truncate text-13 text-ink-2">{isChinese ? app.summary.zh : app.summary.en}</span>
            </span>
            {!isConfigured && <Badge tone="caution">{t('toConfigure')}</Badge>}
            <ChevronRightIcon size={16} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
