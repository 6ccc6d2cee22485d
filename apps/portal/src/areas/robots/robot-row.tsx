'use client';

import { Badge, Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { LazyConfirmChange } from '../../frame/lazy-confirm-change';
import { useToast } from '../../frame/toasts';
import { useFaultToast } from '../../frame/use-fault-toast';
import { RemoveRobotDocument, UpdateRobotDocument } from '../../generated/documents';
import { RobotTest } from './robot-test';
import type { Robot } from './robot';

interface RobotRowProps {
  readonly robot: Robot;
  readonly mayManage: boolean;
  onEdit(): void;
  onChanged(): Promise<unknown>;
}

function Remove({ robot, onChanged }: Pick<RobotRowProps, 'robot' | 'onChanged'>) {
  const t = useTranslations('notices.robots');
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const remove = useChange(RemoveRobotDocument, {
    onDone: async () => {
      await onChanged();
      toast.show({ title: t('removed') });
    },
  });
  return (
    <>
      <Button size="sm" aria-label={t('removeLabel', { name: robot.name })} onClick={() => setIsOpen(true)}>
        {t('remove')}
      </Button>
      {isOpen && (
        <LazyConfirmChange change={remove} onClose={() => setIsOpen(false)} title={t('removeTitle', { name: robot.name })} description={t('removeBody')} confirmLabel={t('remove')} onConfirm={() => remove.mutate({ id: robot.id })} />
      )}
    </>
  );
}

function Pause({ robot, onChanged }: Pick<RobotRowProps, 'robot' | 'onChanged'>) {
  const t = useTranslations('notices.robots');
  const say = useFaultToast();
  const change = useChange(UpdateRobotDocument, { onDone: onChanged });
  const word = robot.pausedAt ? 'resume' : 'pause';
  return (
    <Button size="sm" isLoading={change.isPending} aria-label={t(`${word}Label`, { name: robot.name })} onClick={() => change.mutate({ input: { id: robot.id, isPaused: robot.pausedAt === null } }, { onError: say })}>
      {t(word)}
    </Button>
  );
}

/** One robot: which chat, where, what it is told of, and whether it takes it. */
export function RobotRow({ robot, mayManage, onEdit, onChanged }: RobotRowProps) {
  const t = useTranslations('notices.robots');
  const { name, kind, address, noticeKinds, failureCount, pausedAt } = robot;
  return (
    <li className="grid gap-3 border-t border-line py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 text-14 wrap-anywhere">
          {name} {pausedAt && <Badge tone="caution">{t('paused')}</Badge>}
        </p>
        <p className="text-13 text-ink-2 wrap-anywhere">{t('facts', { chat: t(`chats.${kind}`), address, count: noticeKinds.length })}</p>
        {failureCount > 0 && <p className="text-13 text-ink-2">{t('failures', { count: failureCount })}</p>}
      </div>
      {mayManage && (
        <div className="flex flex-wrap items-center gap-2">
          <RobotTest robot={robot} onTested={onChanged} />
          <Button size="sm" aria-label={t('editLabel', { name })} onClick={onEdit}>
            {t('edit')}
          </Button>
          <Pause robot={robot} onChanged={onChanged} />
          <Remove robot={robot} onChanged={onChanged} />
        </div>
      )}
    </li>
  );
}
