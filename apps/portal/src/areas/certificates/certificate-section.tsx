'use client';

import { Button, Section, Skeleton } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { useChange } from '../../api/use-change';
import { Failure } from '../../errors/failure';
import { ConfirmChange } from '../../frame/confirm-change';
import { Link } from '../../frame/link';
import { MachineCertificatesDocument, RevokeCertificateDocument, type MachineCertificateFragment } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { CertificateList } from './certificate-list';
import { IssueDialog } from './issue-dialog';
import { IssuedDialog } from './issued-dialog';
import type { Issued } from './use-issue';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Asks before a certificate stops. */
function Revoking({ machine, certificate, onClose }: { machine: Named; certificate: MachineCertificateFragment; onClose: () => void }) {
  const t = useTranslations('certificates.revoke');
  const cache = useQueryClient();
  const change = useChange(RevokeCertificateDocument, {
    onDone: async () => {
      await cache.invalidateQueries({ queryKey: ['MachineCertificates'] });
      onClose();
    },
  });
  return <ConfirmChange change={change} onClose={onClose} title={t('title', { name: machine.name })} description={t('body')} recovery={t('recovery')} confirmLabel={t('confirm')} onConfirm={() => change.mutate({ id: certificate.id })} />;
}

/** Those that the machine has, as far as they are there yet. */
function Certificates({ deviceId, onRevoke }: { deviceId: string; onRevoke: ((certificate: MachineCertificateFragment) => void) | undefined }) {
  const t = useTranslations('certificates');
  const { data, isError, error, refetch, isFetching } = useAnswer(MachineCertificatesDocument, { deviceId });
  if (data) return data.deviceCertificates.length === 0 ? <p className="text-14 text-ink-2">{t('none')}</p> : <CertificateList certificates={data.deviceCertificates} onRevoke={onRevoke} />;
  return isError ? <Failure error={error} onRetry={() => void refetch()} isRetrying={isFetching} headingLevel={3} /> : <Skeleton lines={2} />;
}

/** Certificates by which the machine is let in instead of its token. */
export function CertificateSection({ machine }: { machine: Named }) {
  const t = useTranslations('certificates');
  const mayChange = useMay('device:credentials');
  const [isIssuing, setIssuing] = useState(false);
  const [done, setDone] = useState<Issued | null>(null);
  const [revoked, setRevoked] = useState<MachineCertificateFragment | null>(null);
  const issued = (given: Issued): void => {
    setIssuing(false);
    setDone(given);
  };
  return (
    <Section title={t('title')} description={t('intro')} actions={mayChange ? <Button onClick={() => setIssuing(true)}>{t('add')}</Button> : undefined}>
      <Certificates deviceId={machine.id} onRevoke={mayChange ? setRevoked : undefined} />
      <p className="text-14">
        <Link href="/machines/authorities" className="inline-flex min-h-6 items-center underline underline-offset-4">
          {t('toAuthorities')}
        </Link>
      </p>
      {isIssuing && <IssueDialog machine={machine} onIssued={issued} onClose={() => setIssuing(false)} />}
      {done && <IssuedDialog machineName={machine.name} {...done} onClose={() => setDone(null)} />}
      {revoked && <Revoking machine={machine} certificate={revoked} onClose={() => setRevoked(null)} />}
    </Section>
  );
}
