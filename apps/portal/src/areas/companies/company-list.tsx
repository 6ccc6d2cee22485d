'use client';

import { Badge, ChevronRightIcon, CompanyMark } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { SwitchCompanyDocument } from '../../generated/documents';
import type { Viewer } from '../../viewer/read-viewer';
import { placeLogoPath } from '../../frame/logo-path';
import { FormFault } from '../apps/form-fault';

export interface CompanyListProps {
  readonly companies: readonly Viewer['companies'][number][];
  /** Where one is led in the company that is chosen. */
  readonly next: string;
}

/** Companies that the person belongs to, to go into. */
export function CompanyList({ companies, next }: CompanyListProps) {
  const t = useTranslations('auth.companies');
  // The page is left whole, so that nothing of the company before stays in memory.
  const change = useChange(SwitchCompanyDocument, { onDone: () => location.assign(next) });
  return (
    <div className="grid gap-3">
      <FormFault error={change.error} />
      <ul className="border-t border-line">
        {companies.map(({ id, name, state, isCurrent, logoDigest }) => (
          <li key={id} className="border-b border-line">
            <button type="button" disabled={change.isPending} onClick={() => change.mutate({ id })} className="flex min-h-12 w-full items-center gap-3 px-1 py-2 text-left hover:bg-hover">
              <CompanyMark name={name} src={placeLogoPath({ id, logoDigest })} size={24} />
              <span className="min-w-0 flex-1 text-16 font-medium wrap-anywhere">{name}</span>
              {(state === 'SUSPENDED' || state === 'CLOSED') && <Badge tone="caution">{t(state === 'CLOSED' ? 'closed' : 'suspended')}</Badge>}
              {isCurrent && <Badge tone="outline">{t('current')}</Badge>}
              <ChevronRightIcon size={16} className="flex-none text-ink-3" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
