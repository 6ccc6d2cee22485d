'use client';

import { Badge, DescriptionList, EmptyState, LinkButton, Section, StoreIllustration } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useAnswer } from '../../api/use-answer';
import { codeOf } from '../../errors/api-error';
import { Failure } from '../../errors/failure';
import { StoreAppDocument, type StoreAppQuery } from '../../generated/documents';
import { AppMark } from './app-mark';
import { IndicatorList } from './indicator-list';
import { ScopeList } from './scope-list';
import { StoreAppSkeleton } from './store-skeleton';
import { SubscribeAction } from './subscribe-action';
import { useLocalized } from './use-localized';
import { usePrice } from './use-price';

type App = StoreAppQuery['app'];

function Head({ app }: { app: App }) {
  const t = useTranslations('store');
  const localized = useLocalized();
  const priceOf = usePrice();
  return (
    <header className="flex flex-wrap items-start gap-x-5 gap-y-4">
      <AppMark engine={app.engine} size={64} />
      <div className="min-w-0 flex-1 basis-60">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-28 font-semibold">{localized(app.name)}</h1>
          {app.isFirstParty && <Badge tone="outline">{t('firstParty')}</Badge>}
        </div>
        <p className="mt-1 max-w-3xl text-16 text-ink-2 text-pretty">{localized(app.summary)}</p>
        <p className="mt-2 text-14 font-medium">{priceOf(app.price)}</p>
      </div>
      <SubscribeAction app={app} />
    </header>
  );
}

function Facts({ app }: { app: App }) {
  const t = useTranslations('store.app');
  const priceOf = usePrice();
  return (
    <DescriptionList
      items={[
        { key: 'price', term: t('price'), detail: priceOf(app.price, 'long') },
        { key: 'publisher', term: t('publisher'), detail: app.publisherName },
        { key: 'version', term: t('version'), detail: <span className="tn-num">{app.version}</span> },
      ]}
    />
  );
}

function Body({ app }: { app: App }) {
  const t = useTranslations('store.app');
  const localized = useLocalized();
  const paragraphs = localized(app.description).split(/\n+/).filter(Boolean);
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid grid-cols-1 content-start gap-8">
        <Section title={t('does')}>
          <div className="grid max-w-prose gap-3 text-16 text-pretty">
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </Section>
        {app.indicators.length > 0 && (
          <Section title={t('shows')}>
            <IndicatorList app={app} />
          </Section>
        )}
        <Section title={t('reads')} description={t('readsHint')}>
          <ScopeList scopes={app.scopes} />
        </Section>
      </div>
      <Section title={t('facts')} className="self-start">
        <Facts app={app} />
      </Section>
    </div>
  );
}

function Missing() {
  const t = useTranslations('store.app');
  return (
    <EmptyState
      illustration={<StoreIllustration />}
      title={t('missingTitle')}
      body={t('missingBody')}
      action={
        <LinkButton asChild variant="primary">
          <Link href="/store">{t('toStore')}</Link>
        </LinkButton>
      }
    />
  );
}

/** One app: what it does, what it reads and why, what it costs, who answers for it. */
export function StoreAppPage({ slug }: { slug: string }) {
  const query = useAnswer(StoreAppDocument, { slug });
  if (query.data) {
    return (
      <div className="grid grid-cols-1 gap-8">
        <Head app={query.data.app} />
        <Body app={query.data.app} />
      </div>
    );
  }
  if (!query.isError) return <StoreAppSkeleton />;
  if (codeOf(query.error) === 'APP.NOT_FOUND') return <Missing />;
  return <Failure error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />;
}
