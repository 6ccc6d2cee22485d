'use client';

import { Badge, Button, ChevronRightIcon, LogoutIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { SwitchCompanyDocument } from '../../generated/documents';
import type { Viewer } from '../../viewer/read-viewer';
import { FormFault } from '../apps/form-fault';
import { useSignOut } from '../auth/use-sign-out';
import { CreateCompany } from './create-company';

type OwnCompany = Viewer['companies'][number];

interface CompanyListProps {
  readonly companies: readonly OwnCompany[];
  readonly next: string;
}

function CompanyList({ companies, next }: CompanyListProps) {
  const t = useTranslations('auth.companies');
  // The page is left whole, so that nothing of the company before stays in memory; its own pages are not the other's.
  const change = useChange(SwitchCompanyDocument, { onDone: () => location.assign(companies.some(({ isCurrent }) => isCurrent) ? '/home' : next) });
  return (
    <div className="grid gap-3">
      <FormFault error={change.error} />
      <ul className="border-t border-line">
        {companies.map(({ id, name, state, isCurrent }) => (
          <li key={id} className="border-b border-line">
            <button type="button" disabled={change.isPending} onClick={() => change.mutate({ id })} className="flex min-h-12 w-full items-center gap-3 px-1 py-2 text-left hover:bg-hover">
              <span className="min-w-0 flex-1 text-16 font-medium wrap-anywhere">{name}</span>
              {state === 'SUSPENDED' && <Badge tone="caution">{t('suspended')}</Badge>}
              {isCurrent && <Badge tone="outline">{t('current')}</Badge>}
              <ChevronRightIcon size={16} className="flex-none text-ink-3" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The companies to go into, the making of one, and what to do while waiting to be asked into one. */
export function CompanyChoice({ email, companies, next }: CompanyListProps & { readonly email: string }) {
  const t = useTranslations('auth.companies');
  const signOut = useSignOut();
  return (
    <div className="grid gap-8">
      {companies.length > 0 && <CompanyList companies={companies} next={next} />}
      <CreateCompany />
      <section className="border-t border-line pt-4">
        <h2 className="text-14 font-semibold">{t('waitTitle')}</h2>
        <p className="mt-1 text-14 text-ink-2">{t('wait', { email })}</p>
      </section>
      <Button variant="quiet" icon={<LogoutIcon size={16} />} className="justify-self-start" onClick={() => void signOut()}>
        {t('signOut')}
      </Button>
    </div>
  );
}
