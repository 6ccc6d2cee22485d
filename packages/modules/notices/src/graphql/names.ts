import { NOTICE_CHANNELS, NOTICE_KINDS, type NoticeChannel, type NoticeKind, type NoticeLanguage } from '@tenon/domain/notices';
import type { RobotKind } from '../robots/robot-kind.js';

type Upper<Name extends string> = Name extends `${infer A}.${infer B}` ? `${Upper<A>}_${Upper<B>}` : Name extends `${infer A}-${infer B}` ? `${Upper<A>}_${Upper<B>}` : Uppercase<Name>;
/** A kind in the words of the schema. */
export type ShownKind = Upper<NoticeKind>;
export type ShownChannel = Upper<NoticeChannel>;

/** `member.role-changed` is MEMBER_ROLE_CHANGED in the schema. */
export const shownKind = (kind: string): ShownKind => kind.replaceAll(/[.-]/g, '_').toUpperCase() as ShownKind;
export const shownChannel = (channel: NoticeChannel): ShownChannel => channel.toUpperCase() as ShownChannel;

const KINDS = new Map(NOTICE_KINDS.map((kind) => [shownKind(kind), kind]));
const CHANNELS = new Map(NOTICE_CHANNELS.map((channel) => [shownChannel(channel), channel]));

function known<Shown, Value>(names: ReadonlyMap<Shown, Value>, shown: Shown): Value {
  const value = names.get(shown);
  // The schema lets nothing else through.
  if (value === undefined) throw new TypeError(`${String(shown)} stands for nothing.`);
  return value;
}

export const kindOf = (shown: ShownKind): NoticeKind => known(KINDS, shown);
export const channelOf = (shown: ShownChannel): NoticeChannel => known(CHANNELS, shown);
export const languageOf = (shown: 'ZH' | 'EN'): NoticeLanguage => (shown === 'EN' ? 'en' : 'zh-CN');
export const robotKindOf = (shown: 'WECOM' | 'DINGTALK' | 'FEISHU'): RobotKind => shown.toLowerCase() as RobotKind;
