'use client';

import { Button, Callout, formatInstant, LinkButton, ProgressBar } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { ExportFactsFragment } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { bytesText } from './bytes';

/** Where the file of an export is. */
export const bundleHref = (id: string): string => `/api/exit/bundle?id=${id}`;

function Progress({ of: { filesTotal, filesDone, recordsDone } }: { of: ExportFactsFragment }) {
  const t = useTranslations('exit.now');
  const hasBegun = filesTotal > 0;
  return (
    <div role="status" className="grid max-w-2xl gap-2">
      <ProgressBar label={t('writing')} value={hasBegun ? filesDone / filesTotal : null} valueText={hasBegun ? t('files', { done: filesDone, total: filesTotal }) : t('waiting')} hint={t('leave', { records: recordsDone })} />
    </div>
  );
}

function Ready({ of: { id, bytes, expiresAt } }: { of: ExportFactsFragment }) {
  const t = useTranslations('exit.now');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  return (
    <Callout
      tone="good"
      role="status"
      title={t('ready')}
      action={
        <LinkButton variant="primary" asChild>
          <a href={bundleHref(id)} download>
            {t('download', { size: bytesText(bytes ?? 0, locale) })}
          </a>
        </LinkButton>
      }
    >
      {expiresAt && t('until', { at: formatInstant(expiresAt, { timeZone }) })}
    </Callout>
  );
}

interface ExportNowProps {
  /** The newest; none before the first is asked for. */
  readonly newest: ExportFactsFragment | undefined;
  readonly isRequesting: boolean;
  onRequest(): void;
}

function Failed() {
  const t = useTranslations('exit.now');
  return (
    <Callout tone="danger" role="status" title={t('failed')}>
      {t('failedBody')}
    </Callout>
  );
}

/** What came of the newest export, where something did. */
function Outcome({ of }: { of: ExportFactsFragment }) {
  if (of.state === 'FAILED') return <Failed />;
  return of.state === 'READY' && <Ready of={of} />;
}

/** Where the newest export stands, and the button for the next. */
export function ExportNow({ newest, isRequesting, onRequest }: ExportNowProps) {
  const t = useTranslations('exit.now');
  if (newest?.state === 'WAITING' || newest?.state === 'RUNNING') return <Progress of={newest} />;
  return (
    <div className="grid justify-items-start gap-4">
      {newest && <Outcome of={newest} />}
      <Button variant={newest?.state === 'READY' ? 'secondary' : 'primary'} isLoading={isRequesting} onClick={onRequest}>
        {t(newest ? 'again' : 'request')}
      </Button>
    </div>
  );
}
