'use client';

import { Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';

const FIELDS = [
  { key: 'slug', code: 'slug' },
  { key: 'version', code: 'version' },
  { key: 'engine', code: 'engine' },
  { key: 'texts', code: 'name summary description' },
  { key: 'scopes', code: 'scopes' },
  { key: 'price', code: 'price' },
  { key: 'inputs', code: 'inputs' },
  { key: 'indicators', code: 'indicators' },
] as const;

/** What each field of a manifest means. */
export function ManifestHelp() {
  const t = useTranslations('developer.submit.fields');
  return (
    <Section title={t('title')}>
      <dl className="grid gap-3 text-13">
        {FIELDS.map(({ key, code }) => (
          <div key={key}>
            <dt>
              <code className="font-semibold">{code}</code>
            </dt>
            <dd className="text-ink-2">{t(key)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
