import { noticeTitle } from '@tenon/domain/notices';
import { wordsOf } from '../application/notice-words.js';
import type { KindChoices } from '../application/choose-notices.js';
import type { InboxRow } from '../persistence/notice.repository.js';
import type { RobotRow } from '../persistence/robot.repository.js';
import { shownChannel, shownKind } from './names.js';

/** Of another release one says its kind, and nothing else is known of it. */
const unknown = (kind: string) => ({ title: kind, text: '', path: null });

/** A notice in the words of the schema. */
export function showNotice({ id, kind, facts, subjectId, raisedAt, readAt }: InboxRow) {
  const zh = wordsOf(kind, facts, 'zh-CN') ?? unknown(kind);
  const en = wordsOf(kind, facts, 'en') ?? unknown(kind);
  return {
    id,
    kind,
    title: { zh: zh.title, en: en.title },
    text: { zh: zh.text, en: en.text },
    path: zh.path,
    subjectId,
    raisedAt: raisedAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}

export function showChoices({ kind, ways }: KindChoices) {
  return {
    kind: shownKind(kind),
    title: { zh: noticeTitle(kind, 'zh-CN'), en: noticeTitle(kind, 'en') },
    ways: ways.map(({ channel, isOn, isFixed }) => ({ channel: shownChannel(channel), isOn, isFixed })),
  };
}

export function showRobot({ id, kind, name, language, addressHint, noticeKinds, failureCount, pausedAt, createdAt }: RobotRow) {
  return {
    id,
    kind: kind.toUpperCase() as Uppercase<typeof kind>,
    name,
    language: language === 'en' ? ('EN' as const) : ('ZH' as const),
    address: addressHint,
    noticeKinds: noticeKinds.map(shownKind),
    failureCount,
    pausedAt: pausedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
