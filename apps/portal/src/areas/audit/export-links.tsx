'use client';

import { LinkButton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { AuditFilter } from '../../generated/documents';
import { useIsLooking } from '../../viewer/viewer-context';
import { exportHref } from './audit-question';

/** Both files have exactly what the list is narrowed to; whoever looks for the platform takes none along. */
export function ExportLinks({ filter }: { filter: AuditFilter }) {
  const t = useTranslations('audit.export');
  if (useIsLooking()) return null;
  return (['csv', 'jsonl'] as const).map((format) => (
    <LinkButton key={format} asChild>
      <a href={exportHref(format, filter)} download>
        {t(format)}
      </a>
    </LinkButton>
  ));
}
