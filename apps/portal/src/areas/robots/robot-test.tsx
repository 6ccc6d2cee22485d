'use client';

import { Button, Callout } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useErrorWords } from '../../errors/use-error-words';
import { TestRobotDocument, type TestRobotMutation } from '../../generated/documents';
import type { Robot } from './robot';

function Answer({ answer: { isTaken, status, text } }: { answer: TestRobotMutation['testRobot'] }) {
  const t = useTranslations('notices.robots');
  return (
    <Callout tone={isTaken ? 'good' : 'caution'} title={t(isTaken ? 'taken' : 'notTaken')}>
      {t('said', { status })} <code className="font-mono text-13 wrap-anywhere">{text || '—'}</code>
    </Callout>
  );
}

function Fault({ error }: { error: unknown }) {
  const { what, next, code } = useErrorWords()(error);
  return (
    <Callout tone="caution" title={what}>
      {next} <code className="font-mono text-13">{code}</code>
    </Callout>
  );
}

/** Has a robot say something now, and shows what it answered. */
export function RobotTest({ robot, onTested }: { robot: Robot; onTested: () => Promise<unknown> }) {
  const t = useTranslations('notices.robots');
  const test = useChange(TestRobotDocument, { onDone: onTested });
  return (
    <>
      <Button size="sm" isLoading={test.isPending} aria-label={t('testLabel', { name: robot.name })} onClick={() => test.mutate({ id: robot.id })}>
        {t('test')}
      </Button>
      <div role="status" className="order-last w-full empty:hidden">
        {!test.isPending && test.data && <Answer answer={test.data.testRobot} />}
        {!test.isPending && test.error && <Fault error={test.error} />}
      </div>
    </>
  );
}
