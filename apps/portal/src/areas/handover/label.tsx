'use client';

import encodeQR from 'qr';
import { useTranslations } from 'next-intl';
import { QrPicture } from '../security/qr-picture';
import { claimLink } from './claim-link';

/** ISO/IEC 18004, 9.1: light modules around a QR code. */
const QUIET_ZONE = 4;

/** What is stuck on a machine: its name, the QR code that a phone reads, and the code to type. */
export function Label({ name, code }: { name: string; code: string }) {
  const t = useTranslations('handover');
  const rows = encodeQR(claimLink(code, location.origin), 'raw', { ecc: 'medium', border: QUIET_ZONE }).map((row) => row.map((isDark) => (isDark ? '#' : '.')).join(''));
  return (
    <figure className="grid break-inside-avoid justify-items-center gap-2 border border-line p-3 text-center print:border-black print:text-black">
      <figcaption className="text-14 font-medium wrap-anywhere">{name}</figcaption>
      <QrPicture rows={rows} label={t('qrLabel', { name })} />
      <code className="font-mono text-14 tracking-wide">{code}</code>
      <span className="text-12 text-ink-2 print:text-black">{t('labelHint', { address: `${location.host}/machines/claim` })}</span>
    </figure>
  );
}
