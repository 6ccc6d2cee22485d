'use client';

import { Badge, type BadgeTone } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { SignatureVerdict } from '../../generated/documents';

const TONES: Readonly<Record<SignatureVerdict, BadgeTone>> = { GOOD: 'good', DOUBTFUL: 'caution', RETIRED: 'danger', COMPROMISED: 'danger', NOT_SIGNED: 'danger', UNKNOWN_KEY: 'danger' };

/** What a certificate's signature is worth, in a word. */
export function VerdictMark({ verdict }: { verdict: SignatureVerdict }) {
  const t = useTranslations('operations.erasures.verdict');
  return <Badge tone={TONES[verdict]}>{t(verdict)}</Badge>;
}
