'use client';

import { Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { AuthProblem } from '../auth/auth-problem';
import { useAuthForm } from '../auth/use-auth-form';
import type { LinkedInvitation } from './read-invitation';

/** Joins as whoever is signed in; somebody who belongs to the company already just enters it. */
export function AcceptForm({ token, invitation: { email, companyName, isMember } }: { token: string; invitation: LinkedInvitation }) {
  const t = useTranslations('auth.invitation');
  const form = useAuthForm({ door: 'accept-invitation', required: [], extra: { token }, onDone: () => location.assign('/home') });
  return (
    <form {...form.doors} noValidate className="grid gap-4">
      <AuthProblem error={form.formError} />
      <p className="text-14">{isMember ? t('member', { company: companyName }) : t('asYou', { email })}</p>
      <Button type="submit" variant="primary" size="lg" isBlock isLoading={form.isPending} loadingLabel={t('accepting')}>
        {isMember ? t('open') : t('accept')}
      </Button>
    </form>
  );
}
