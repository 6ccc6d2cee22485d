'use client';

import { PRIVACY_NOTICE } from '@tenon/domain/identity';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import type { ReactNode } from 'react';

/** Sent with the form of whoever signs up: to what they agree by it. */
export const AGREED = { privacyVersion: PRIVACY_NOTICE.version };

/** Says to whoever signs up, before they press, to what they agree by it. The notice opens beside, so that nothing typed is lost. */
export function PrivacyAgreement() {
  const t = useTranslations('newPassword');
  const link = (words: ReactNode) => (
    <Link href="/privacy" target="_blank" className="text-accent-text underline underline-offset-4">
      {words}
    </Link>
  );
  return <p className="text-13 text-ink-2">{t.rich('agreement', { link, version: PRIVACY_NOTICE.version })}</p>;
}
