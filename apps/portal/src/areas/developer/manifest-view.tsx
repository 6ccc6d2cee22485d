'use client';

import type { AppManifest, IndicatorsManifest } from '@tenon/contracts/manifest';
import { Callout, CodeBlock, DataTable, DescriptionList, Disclosure, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { IndicatorAggregate } from '../../generated/documents';
import { usePrice } from '../store/use-price';
import { isIndicators, manifestOf } from './manifest-shape';

type Side = 'zh' | 'en';

const SIDES = [
  { side: 'zh', lang: 'zh-CN' },
  { side: 'en', lang: 'en' },
] as const;

/** The app's texts, the two languages side by side so that they can be compared. */
function Texts({ manifest }: { manifest: AppManifest }) {
  const t = useTranslations('developer.manifest');
  const text = (field: 'name' | 'summary' | 'description', side: Side): string => manifest[field][side];
  return (
    <Section title={t('names')}>
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        {SIDES.map(({ side, lang }) => (
          <div key={side}>
            <h3 className="mb-2 text-13 font-medium text-ink-3">{t(side)}</h3>
            <div lang={lang} className="grid gap-2 border-t border-line pt-3">
              <p className="text-20 font-semibold">{text('name', side)}</p>
              <p className="text-14 font-medium">{text('summary', side)}</p>
              <p className="text-14 whitespace-pre-line text-ink-2">{text('description', side)}</p>
            </div>
          </div>
        ))}
      </div>
    </Section>
  );
}

function Scopes({ manifest }: { manifest: AppManifest }) {
  const t = useTranslations('developer.manifest');
  return (
    <Section title={t('scopes')}>
      <DataTable
        caption={t('scopes')}
        rows={manifest.scopes}
        rowKey={({ permission }) => permission}
        columns={[
          { id: 'permission', header: t('permission'), isPrimary: true, cell: ({ permission }) => <code className="text-13">{permission}</code> },
          { id: 'zh', header: t('purposeZh'), cell: ({ purpose }) => <span lang="zh-CN">{purpose.zh}</span> },
          { id: 'en', header: t('purposeEn'), cell: ({ purpose }) => <span lang="en">{purpose.en}</span> },
        ]}
      />
    </Section>
  );
}

function BothTexts({ text }: { text: { zh: string; en: string } }) {
  return (
    <span>
      <span lang="zh-CN">{text.zh}</span> <span lang="en" className="text-ink-3">{text.en}</span>
    </span>
  );
}

function Indicators({ manifest }: { manifest: IndicatorsManifest }) {
  const t = useTranslations('developer.manifest');
  const aggregate = useTranslations('store.aggregate');
  const code = (text: string) => <code className="text-13">{text}</code>;
  return (
    <>
      <Section title={t('inputs')}>
        <DataTable
          caption={t('inputs')}
          rows={manifest.inputs}
          rowKey={({ key }) => key}
          columns={[
            { id: 'label', header: t('label'), isPrimary: true, cell: ({ label }) => <BothTexts text={label} /> },
            { id: 'key', header: t('key'), cell: ({ key }) => code(key) },
          ]}
        />
      </Section>
      <Section title={t('indicators')}>
        <DataTable
          caption={t('indicators')}
          rows={manifest.indicators}
          rowKey={({ key }) => key}
          columns={[
            { id: 'label', header: t('label'), isPrimary: true, cell: ({ label }) => <BothTexts text={label} /> },
            { id: 'key', header: t('key'), isHiddenOnPhone: true, cell: ({ key }) => code(key) },
            { id: 'input', header: t('input'), cell: ({ input }) => code(input) },
            { id: 'aggregate', header: t('aggregate'), cell: (row) => aggregate(row.aggregate.toUpperCase() as IndicatorAggregate) },
            { id: 'unit', header: t('unit'), cell: ({ unit }) => unit ?? '—' },
          ]}
        />
      </Section>
    </>
  );
}

/** A fact about the version that its page knows: when it was submitted, by whom. */
export interface VersionFact {
  readonly key: string;
  readonly term: string;
  readonly detail: ReactNode;
}

function Facts({ manifest: { price, engine, slug, version }, facts }: { manifest: AppManifest; facts: readonly VersionFact[] }) {
  const t = useTranslations('developer.manifest');
  const priceOf = usePrice();
  const shown = price.model === 'free' ? { model: 'FREE' as const, amountMinor: 0, currency: 'CNY' } : { ...price, model: 'MONTHLY' as const };
  return (
    <DescriptionList
      columns={2}
      items={[
        ...facts,
        { key: 'slug', term: 'slug', detail: <code className="text-13">{slug}</code> },
        { key: 'version', term: 'version', detail: <span className="tn-num">{version}</span> },
        { key: 'price', term: t('price'), detail: priceOf(shown) },
        { key: 'engine', term: t('engine'), detail: <code className="text-13">{engine}</code> },
      ]}
    />
  );
}

function Raw({ json, title }: { json: unknown; title: string }) {
  const t = useTranslations('developer.manifest');
  return (
    <Disclosure summary={t('raw')}>
      <CodeBlock code={JSON.stringify(json, null, 2)} language="json" title={title} label={t('raw')} copyLabel={t('copy')} copiedLabel={t('copied')} maxHeight={480} isWrapped />
    </Disclosure>
  );
}

/** A manifest for people: texts in both languages, what it reads and why, what it costs and works out, and as submitted. */
export function ManifestView({ json, facts = [] }: { json: unknown; facts?: readonly VersionFact[] }) {
  const t = useTranslations('developer.manifest');
  const manifest = manifestOf(json);
  if (!manifest) {
    return (
      <div className="grid grid-cols-1 gap-4">
        <Callout tone="caution">{t('unreadable')}</Callout>
        <DescriptionList columns={2} items={facts} />
        <Raw json={json} title="manifest.json" />
      </div>
    );
  }
  return (
    <div className="grid min-w-0 grid-cols-1 gap-8">
      <Facts manifest={manifest} facts={facts} />
      <Texts manifest={manifest} />
      <Scopes manifest={manifest} />
      {isIndicators(manifest) && <Indicators manifest={manifest} />}
      <Raw json={json} title={`${manifest.slug}-${manifest.version}.json`} />
    </div>
  );
}
