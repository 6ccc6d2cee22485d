'use client';

import { Badge, PageHeader } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { WholeTypeFragment } from '../../generated/documents';
import { MachinesCrumb } from './machines-crumb';
import { TypeMenu } from './type-menu';

/** Name, the one sentence about it, and what may be done with it. */
export function TypeHeader({ type }: { type: WholeTypeFragment }) {
  const t = useTranslations('deviceTypes.type');
  const { name, description, libraryKey, metricCount: metrics, machineCount: machines, published } = type;
  return (
    <PageHeader
      eyebrow={<MachinesCrumb isBelowList />}
      title={name}
      answer={published ? t('answer', { version: published.version, metrics, machines }) : t('answerDraft', { metrics })}
      actions={<TypeMenu type={type} />}
      meta={
        (description || libraryKey) && (
          <>
            {libraryKey && <Badge tone="outline">{t('fromLibrary')}</Badge>}
            {description && <span>{description}</span>}
          </>
        )
      }
    />
  );
}
