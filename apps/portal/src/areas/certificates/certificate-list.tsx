'use client';

import { Badge, Button, ExactTime, type BadgeTone } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { MachineCertificateFragment } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';

const SOON_MS = 30 * 86_400_000;

type Standing = 'good' | 'soon' | 'ended' | 'revoked' | 'authorityEnded';
const TONES: Readonly<Record<Standing, BadgeTone>> = { good: 'good', soon: 'caution', ended: 'neutral', revoked: 'neutral', authorityEnded: 'neutral' };

function standingOf({ isGood, revokedAt, notAfter }: MachineCertificateFragment): Standing {
  const leftMs = Date.parse(notAfter) - Date.now();
  if (isGood) return leftMs < SOON_MS ? 'soon' : 'good';
  if (revokedAt !== null) return 'revoked';
  return leftMs <= 0 ? 'ended' : 'authorityEnded';
}

interface CertificateListProps {
  readonly certificates: readonly MachineCertificateFragment[];
  /** For whoever may revoke one. */
  readonly onRevoke: ((certificate: MachineCertificateFragment) => void) | undefined;
}

/** Certificates of a machine, newest first. */
export function CertificateList({ certificates, onRevoke }: CertificateListProps) {
  const t = useTranslations('certificates.list');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const time = (at: string) => () => <ExactTime at={at} locale={locale} timeZone={timeZone} />;
  return (
    <ul className="border-t border-line">
      {certificates.map((one) => {
        const standing = standingOf(one);
        return (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3">
            <div className="grid min-w-0 gap-1">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-14">
                <Badge tone={TONES[standing]}>{t(standing)}</Badge>
                <span>{t.rich('until', { time: time(one.notAfter) })}</span>
              </p>
              <p className="text-13 text-ink-2">
                {t.rich('issued', { time: time(one.issuedAt) })} <code className="font-mono text-12 break-all">{one.serial}</code>
              </p>
            </div>
            {onRevoke && one.isGood && (
              <Button variant="danger" onClick={() => onRevoke(one)} aria-label={t('revokeNamed', { serial: one.serial })}>
                {t('revoke')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
