'use client';

import { PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { SecurityDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { AccountSection } from '../own-account/account-section';
import { CompanyAccountSection } from './company-account-section';
import { KeysSection } from './keys-section';
import { PasskeysSection } from './passkeys-section';
import { PasswordSection } from './password-section';
import { PolicySection } from './policy-section';
import { SessionsSection } from './sessions-section';
import { SecondFactorSection, type OwnSecurity } from './second-factor-section';

/** For owners alone. */
const SsoSection = dynamic(() => import('./sso-section').then(({ SsoSection: Sso }) => Sso), { ssr: false });

interface PartsProps {
  readonly viewer: OwnSecurity & { readonly email: string };
  readonly isInCompany: boolean;
  onChanged(): Promise<unknown>;
}

function Parts({ viewer, isInCompany, onChanged }: PartsProps) {
  const { secondFactor, tenant } = viewer;
  return (
    <>
      <PasswordSection />
      <SecondFactorSection factor={secondFactor} onChanged={() => void onChanged()} />
      <PasskeysSection />
      {isInCompany && tenant && <PolicySection isDemanded={tenant.demandsSecondFactor} hasOwn={secondFactor.since !== null} onChanged={onChanged} />}
      {isInCompany && <CompanyAccountSection email={viewer.email} />}
      {isInCompany && <SsoIfAllowed />}
      <SessionsSection />
      {isInCompany && <KeysIfAllowed />}
      <AccountSection />
    </>
  );
}

/** Only in a company is there anybody who decides how its people sign in. */
function SsoIfAllowed() {
  return useMay('security:update') && <SsoSection />;
}

/** Only in a company is there anybody who may look at its keys. */
function KeysIfAllowed() {
  return useMay('api-key:read') && <KeysSection />;
}

/** How somebody signs in, and what their company asks; in the office, without a company, the first alone. */
export function SecurityPage({ isInCompany = false }: { isInCompany?: boolean }) {
  const t = useTranslations('security');
  const answer = useAnswer(SecurityDocument, {});
  const viewer = answer.data?.viewer;
  const refresh = (): Promise<unknown> => answer.refetch();
  return (
    <div className="grid max-w-3xl gap-8">
      <PageHeader title={t('title')} answer={viewer && t(viewer.secondFactor.since ? 'answer.on' : 'answer.off')} />
      {answer.error && <Failure error={answer.error} onRetry={() => void refresh()} />}
      {answer.isPending && <Skeleton height={160} />}
      {viewer && <Parts viewer={viewer} isInCompany={isInCompany} onChanged={refresh} />}
    </div>
  );
}
