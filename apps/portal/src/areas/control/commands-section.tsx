'use client';

import { Button, LoadMore, Section, SendIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMay } from '../../viewer/viewer-context';
import type { Machine } from '../machine/use-machine';
import { CommandRow } from './command-row';
import { SendCommandDialog } from './send-command-dialog';
import type { CommandFacts, WritableMetric } from './use-control';

interface CommandsSectionProps {
  readonly machine: Machine;
  /** What can be written to it, where it speaks Sparkplug. */
  readonly metrics: readonly WritableMetric[];
  readonly commands: readonly CommandFacts[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  onLoadMore(): void;
}

/** Commands to the machine, the newest first, and sending one. */
export function CommandsSection({ machine, metrics, commands, hasMore, isLoading, onLoadMore }: CommandsSectionProps) {
  const t = useTranslations('control.commands');
  const [isSending, setIsSending] = useState(false);
  const maySend = useMay('device:command');
  const send = (
    <Button size="sm" icon={<SendIcon size={16} />} onClick={() => setIsSending(true)}>
      {t('send')}
    </Button>
  );
  return (
    <Section title={t('title')} description={t(commands.length > 0 ? 'intro' : maySend ? 'none' : 'noneToRead')} actions={maySend ? send : undefined}>
      {commands.length > 0 && (
        <ul>
          {commands.map((command) => (
            <CommandRow key={command.id} command={command} maySend={maySend} />
          ))}
        </ul>
      )}
      <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore={hasMore} isLoading={isLoading} onLoadMore={onLoadMore} />
      {isSending && <SendCommandDialog machine={machine} metrics={metrics} onClose={() => setIsSending(false)} />}
    </Section>
  );
}
