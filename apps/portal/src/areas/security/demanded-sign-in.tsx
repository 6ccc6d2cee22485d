'use client';

import { Button, LinkButton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { PassSingleSignOnOverDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import type { CompanyListProps } from '../companies/company-list';
import { CompanySignInButton } from './company-sign-in-button';
import { OtherWays } from './other-ways';

interface DemandedSignInProps {
  readonly email: string;
  readonly next: string;
  readonly isOwner: boolean;
  readonly hasSecondFactor: boolean;
  /** Of the person's companies those that they may go to instead. */
  readonly others: CompanyListProps['companies'];
}

/** For owners, while the provider is broken. */
function WayIn({ next, hasSecondFactor }: { next: string; hasSecondFactor: boolean }) {
  const t = useTranslations('security.sso.missing');
  // Loaded anew, since all that is kept of before was said to somebody who may do nothing.
  const pass = useChange(PassSingleSignOnOverDocument, { onDone: () => location.assign(next) });
  return (
    <section className="grid gap-3 border-t border-line pt-6">
      <h2 className="text-14 font-semibold">{t('broken')}</h2>
      <p className="text-14 text-ink-2">{t(hasSecondFactor ? 'passHint' : 'setUpHint')}</p>
      {pass.error && <FormFault error={pass.error} />}
      {hasSecondFactor ? (
        <Button isLoading={pass.isPending} onClick={() => pass.mutate({})} className="justify-self-start">
          {t('pass')}
        </Button>
      ) : (
        <LinkButton href={`/second-factor?next=${encodeURIComponent(next)}`} className="justify-self-start">
          {t('setUp')}
        </LinkButton>
      )}
    </section>
  );
}

/** The way into a company that opens only by its single sign-on, and the ways out: another company, or none. */
export function DemandedSignIn({ email, next, isOwner, hasSecondFactor, others }: DemandedSignInProps) {
  return (
    <div className="grid gap-8">
      <CompanySignInButton email={email} isOnlyWay next={next} />
      {isOwner && <WayIn next={next} hasSecondFactor={hasSecondFactor} />}
      <OtherWays others={others} />
    </div>
  );
}
