'use client';

import { Badge, Button, Section } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from '../../frame/link';
import { useState } from 'react';
import type { CompanyFactsFragment } from '../../generated/documents';
import { useMayOffice } from '../office/office-context';

const OverrideDialog = dynamic(() => import('./override-dialog').then(({ OverrideDialog: Ask }) => Ask), { ssr: false });

type OwnFlag = CompanyFactsFragment['featureFlags'][number];

function FlagLine({ flag: { key, what, isOn, because, reason } }: { flag: OwnFlag }) {
  const t = useTranslations('office.flags');
  return (
    <li className="grid gap-1 py-2">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={`/admin/flags/${key}`} className="wrap-anywhere hover:underline">
          {useLocale() === 'en' ? what.en : what.zh}
        </Link>
        <Badge tone={isOn ? 'good' : 'outline'}>{t(isOn ? 'isOn' : 'isOff')}</Badge>
      </span>
      <span className="text-13 text-ink-2 wrap-anywhere">{because === 'OVERRIDE' ? reason : t('byShare')}</span>
    </li>
  );
}

/** What the office turned on or off for a company, and what is another thing there by its share. */
export function CompanyFlags({ company }: { company: CompanyFactsFragment }) {
  const t = useTranslations('office.flags');
  const mayManage = useMayOffice('flag:manage');
  const [isSetting, setIsSetting] = useState(false);
  const flags = company.featureFlags;
  return (
    <Section title={t('differing')} actions={mayManage && company.state !== 'ERASED' && <Button size="sm" onClick={() => setIsSetting(true)}>{t('setOne')}</Button>}>
      {flags.length === 0 && <p className="text-14 text-ink-2">{t('noneDiffers')}</p>}
      {flags.length > 0 && <ul className="divide-y divide-line text-14">{flags.map((flag) => <FlagLine key={flag.key} flag={flag} />)}</ul>}
      {isSetting && <OverrideDialog company={company} onClose={() => setIsSetting(false)} />}
    </Section>
  );
}
