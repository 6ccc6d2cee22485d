'use client';

import { Badge, Button, EmptyState, ExactTime, Section } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from '../../frame/link';
import { useState } from 'react';
import type { WholeFlagFragment } from '../../generated/documents';
import { useMayOffice, useOfficeZone } from '../office/office-context';

const OverrideDialog = dynamic(() => import('./override-dialog').then(({ OverrideDialog: Ask }) => Ask), { ssr: false });

type Override = WholeFlagFragment['overrides'][number];

function OverrideLine({ override, onChange }: { override: Override; onChange?: (() => void) | undefined }) {
  const t = useTranslations('office.flags');
  const { companyId, companyName, isOn, reason, setBy, setAt } = override;
  return (
    <li className="grid gap-1 py-3">
      <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Link href={`/admin/companies/${companyId}`} className="font-medium wrap-anywhere hover:underline">
          {companyName}
        </Link>
        <Badge tone={isOn ? 'good' : 'outline'}>{t(isOn ? 'isOn' : 'isOff')}</Badge>
        {onChange && (
          <span className="flex flex-1 justify-end">
            <Button size="sm" onClick={onChange} aria-label={t('changeOf', { company: companyName })}>
              {t('change')}
            </Button>
          </span>
        )}
      </span>
      <span className="text-14 wrap-anywhere">{reason}</span>
      <span className="flex flex-wrap gap-x-4 text-13 text-ink-2">
        <ExactTime at={setAt} locale={useLocale()} timeZone={useOfficeZone()} precision="minute" />
        <span>{setBy}</span>
      </span>
    </li>
  );
}

/** For which companies a flag was set, with the way to set it otherwise. */
export function FlagOverrides({ flag }: { flag: WholeFlagFragment }) {
  const t = useTranslations('office.flags');
  const mayManage = useMayOffice('flag:manage');
  const [asking, setAsking] = useState<Override | null>(null);
  return (
    <Section title={t('overrides')}>
      {flag.overrides.length === 0 && <EmptyState size="inline" title={t('noOverrides')} body={t('noOverridesBody')} />}
      {flag.overrides.length > 0 && (
        <ul className="divide-y divide-line">
          {flag.overrides.map((each) => (
            <OverrideLine key={each.companyId} override={each} onChange={mayManage ? () => setAsking(each) : undefined} />
          ))}
        </ul>
      )}
      {asking && <OverrideDialog flagKey={flag.key} company={{ id: asking.companyId, name: asking.companyName }} onClose={() => setAsking(null)} />}
    </Section>
  );
}
