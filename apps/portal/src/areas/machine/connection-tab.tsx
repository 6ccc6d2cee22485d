'use client';

import { DescriptionList, Section, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { GatewaySection } from './gateway-section';
import dynamic from 'next/dynamic';
import { RefusalList } from './refusal-list';
import { TokenSection } from './token-section';
import type { Machine } from './use-machine';

const CertificateSection = dynamic(() => import('../certificates/certificate-section').then(({ CertificateSection: Found }) => Found), { ssr: false, loading: () => <Skeleton lines={3} /> });

const SparkplugSection = dynamic(() => import('../control/sparkplug-section').then(({ SparkplugSection: Found }) => Found), { ssr: false, loading: () => <Skeleton lines={3} /> });

const UpdatesSection = dynamic(() => import('../campaigns/updates-section').then(({ UpdatesSection: Found }) => Found), { ssr: false, loading: () => <Skeleton lines={3} /> });

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function Attributes({ attributes }: { attributes: unknown }) {
  const t = useTranslations('machines.attributes');
  const entries = typeof attributes === 'object' && attributes !== null ? Object.entries(attributes) : [];
  return (
    <Section title={t('title')} description={t('intro')}>
      {entries.length === 0 ? (
        <p className="text-14 text-ink-2">{t('none')}</p>
      ) : (
        <DescriptionList columns={2} items={entries.map(([key, value]) => ({ key, term: key, detail: <span className="break-all">{textOf(value)}</span> }))} />
      )}
    </Section>
  );
}

/** How the machine is let in, what it runs, what was refused, and what it says of itself. */
export function ConnectionTab({ machine }: { machine: Machine }) {
  return (
    <div className="grid gap-8 *:first:border-t-0 *:first:pt-0">
      {machine.kind === 'MACHINE' && <TokenSection machine={machine} />}
      {machine.kind === 'MACHINE' && <GatewaySection machine={machine} />}
      {machine.kind === 'MACHINE' && <CertificateSection machine={machine} />}
      {machine.kind === 'MACHINE' && <SparkplugSection deviceId={machine.id} />}
      <UpdatesSection deviceId={machine.id} />
      <RefusalList machineId={machine.id} />
      <Attributes attributes={machine.attributes} />
    </div>
  );
}
