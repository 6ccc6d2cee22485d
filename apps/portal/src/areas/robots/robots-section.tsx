'use client';

import { Button, EmptyState, Section, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState, type ReactNode } from 'react';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { RobotsDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import type { Robot } from './robot';
import { RobotRow } from './robot-row';

const RobotDialog = dynamic(() => import('./robot-dialog').then(({ RobotDialog: Dialog }) => Dialog), { ssr: false });

interface RobotListProps {
  readonly robots: readonly Robot[];
  readonly add: ReactNode;
  onEdit(robot: Robot): void;
  onChanged(): Promise<unknown>;
}

function RobotList({ robots, add, onEdit, onChanged }: RobotListProps) {
  const t = useTranslations('notices.robots');
  const mayManage = useMay('robot:manage');
  if (robots.length === 0) return <EmptyState size="inline" headingLevel={3} title={t('none')} body={t('noneBody')} action={add} />;
  return (
    <ul>
      {robots.map((robot) => (
        <RobotRow key={robot.id} robot={robot} mayManage={mayManage} onEdit={() => onEdit(robot)} onChanged={onChanged} />
      ))}
    </ul>
  );
}

/** The company's robots in chats. */
export function RobotsSection() {
  const t = useTranslations('notices.robots');
  const mayManage = useMay('robot:manage');
  const [edited, setEdited] = useState<Robot | 'new' | null>(null);
  const { data, error, isPending, refetch } = useAnswer(RobotsDocument, {});
  const refresh = (): Promise<unknown> => refetch();
  const add = mayManage ? <Button onClick={() => setEdited('new')}>{t('add')}</Button> : undefined;
  return (
    <Section id="robots" title={t('title')} description={t('intro')} actions={data?.robots.length ? add : undefined}>
      {error && <Failure error={error} onRetry={() => void refresh()} headingLevel={3} />}
      {isPending && <Skeleton height={96} />}
      {data && <RobotList robots={data.robots} add={add} onEdit={setEdited} onChanged={refresh} />}
      {edited && <RobotDialog robot={edited === 'new' ? null : edited} onDone={() => void refresh()} onClose={() => setEdited(null)} />}
    </Section>
  );
}
