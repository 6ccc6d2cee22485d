'use client';

import { Button, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState, type ReactNode } from 'react';
import { useAnswer } from '../../api/use-answer';
import { Link } from '../../frame/link';
import { GatewayChildrenDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import type { Machine } from './use-machine';

const GatewayDialog = dynamic(() => import('./gateway-dialog').then(({ GatewayDialog: Dialog }) => Dialog), { ssr: false });

const linkTo = (href: string) =>
  function linked(text: ReactNode) {
    return (
      <Link href={href} className="font-medium text-ink underline underline-offset-4">
        {text}
      </Link>
    );
  };

function Children({ gatewayId }: { gatewayId: string }) {
  const t = useTranslations('machines.gateway');
  const children = useAnswer(GatewayChildrenDocument, { gatewayId });
  const count = children.data?.devices.totalCount;
  if (count === undefined) return null;
  return (
    <p className="text-14 text-ink-2">
      {t('children', { count })} {count > 0 && linkTo(`/machines?gateway=${gatewayId}`)(t('toChildren'))}
    </p>
  );
}

function Standing({ machine: { gateway, gatewayMode, knownAs } }: { machine: Machine }) {
  const t = useTranslations('machines.gateway');
  if (gateway) return t.rich('behind', { name: gateway.name, knownAs: knownAs ?? '', link: linkTo(`/machines/${gateway.id}`) });
  if (gatewayMode === 'NONE') return t('own');
  return t(gatewayMode === 'OPEN' ? 'open' : 'listed');
}

/** Whether the machine speaks for others, or which gateway speaks for it. */
export function GatewaySection({ machine }: { machine: Machine }) {
  const t = useTranslations('machines.gateway');
  const mayChange = useMay('device:credentials');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section title={t('title')} description={t('intro')} actions={mayChange ? <Button onClick={() => setIsOpen(true)}>{t('change')}</Button> : undefined}>
      <p className="max-w-prose text-14">
        <Standing machine={machine} />
      </p>
      {machine.gatewayMode !== 'NONE' && <Children gatewayId={machine.id} />}
      {isOpen && <GatewayDialog machine={machine} onClose={() => setIsOpen(false)} />}
    </Section>
  );
}
