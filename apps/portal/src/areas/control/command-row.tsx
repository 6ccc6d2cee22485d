'use client';

import { Badge, Button, ExactTime, type BadgeTone } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { CancelCommandDocument, type CommandState } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { shownValue } from './json-text';
import type { CommandFacts } from './use-control';

const TONES: Readonly<Record<CommandState, BadgeTone>> = {
  QUEUED: 'outline',
  SENT: 'neutral',
  DELIVERED: 'neutral',
  ANSWERED: 'good',
  TIMED_OUT: 'danger',
  EXPIRED: 'caution',
  CANCELLED: 'outline',
  FAILED: 'danger',
};

/** What has become of a command, in a sentence: what it waits for, or why it ended. */
function Outcome({ command }: { command: CommandFacts }) {
  const t = useTranslations('control.commands');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const time = (at: string) => <ExactTime at={at} locale={locale} timeZone={timeZone} precision="second" />;
  const key = command.state === 'FAILED' && command.failure ? (`told.${command.failure}` as const) : (`told.${command.state}` as const);
  return (
    <p className="text-13 text-ink-2">
      {t.rich(key, {
        expectsAnswer: command.expectsAnswer ? 'yes' : 'no',
        until: () => time(command.expiresAt),
        at: () => time(command.settledAt ?? command.deliveredAt ?? command.sentAt ?? command.createdAt),
      })}
    </p>
  );
}

function Cancel({ command }: { command: CommandFacts }) {
  const t = useTranslations('control.commands');
  const cache = useQueryClient();
  const faultLine = useFaultLine();
  const cancel = useChange(CancelCommandDocument, { onDone: () => cache.invalidateQueries({ queryKey: ['MachineControl'] }) });
  return (
    <div className="grid justify-items-end gap-1">
      <Button size="sm" isLoading={cancel.isPending} aria-label={t('cancelLabel', { method: command.method })} onClick={() => cancel.mutate({ id: command.id })}>
        {t('cancel')}
      </Button>
      {cancel.error && <p className="max-w-prose text-13 text-danger">{faultLine(cancel.error)}</p>}
    </div>
  );
}

/** One command: what was sent, what became of it, and what the machine answered. */
export function CommandRow({ command, maySend }: { command: CommandFacts; maySend: boolean }) {
  const t = useTranslations('control.commands');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const params = shownValue(command.params);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-line py-3">
      <div className="grid min-w-0 gap-1">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <code className="font-mono text-14 font-medium wrap-anywhere">{command.method}</code>
          <Badge tone={TONES[command.state]}>{t(`state.${command.state}`)}</Badge>
        </p>
        {params !== '{}' && <code className="font-mono text-13 text-ink-2 wrap-anywhere">{params}</code>}
        <Outcome command={command} />
        {command.state === 'ANSWERED' && <code className="rounded bg-sunken px-2 py-1 font-mono text-13 wrap-anywhere">{shownValue(command.answer)}</code>}
        <p className="text-12 text-ink-3">
          {t.rich('by', { number: command.number, name: command.authorName, time: () => <ExactTime at={command.createdAt} locale={locale} timeZone={timeZone} precision="second" /> })}
        </p>
      </div>
      {maySend && command.state === 'QUEUED' && <Cancel command={command} />}
    </li>
  );
}
