'use client';

import { Button, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useChange } from '../../api/use-change';
import { useToast } from '../../frame/toasts';
import { AddRobotDocument, UpdateRobotDocument } from '../../generated/documents';
import { RobotForm } from './robot-form';
import { additionOf, changesOf, type RobotValues } from './robot-values';
import type { Robot } from './robot';

interface RobotDialogProps {
  /** Null for a new one. */
  readonly robot: Robot | null;
  onDone(): void;
  onClose(): void;
}

/** Adds a robot, or changes one. */
export function RobotDialog({ robot, onDone, onClose }: RobotDialogProps) {
  const t = useTranslations('notices.robots');
  const frame = useTranslations('frame');
  const toast = useToast();
  const formId = useId();
  const done = (): void => {
    onDone();
    onClose();
    toast.show({ title: t(robot ? 'changed' : 'added') });
  };
  const add = useChange(AddRobotDocument, { onDone: done });
  const update = useChange(UpdateRobotDocument, { onDone: done });
  const submit = (values: RobotValues): void => {
    if (robot) update.mutate({ input: changesOf(robot.id, values) });
    else add.mutate({ input: additionOf(values) });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t(robot ? 'editTitle' : 'addTitle')}
      closeLabel={frame('close')}
      footer={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={add.isPending || update.isPending}>
            {frame('save')}
          </Button>
        </>
      }
    >
      <RobotForm id={formId} robot={robot} error={add.error ?? update.error} onWanted={submit} />
    </Dialog>
  );
}
