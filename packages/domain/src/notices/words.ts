import type { KindWords, NoticeFacts } from './kind-words.js';
import type { NoticeKind } from './kinds.js';
import { EN } from './words-en.js';
import { ZH } from './words-zh.js';

export type { NoticeFacts } from './kind-words.js';

/** The languages in which people are told. */
export type NoticeLanguage = 'zh-CN' | 'en';

const WORDS: Readonly<Record<NoticeLanguage, Readonly<Record<NoticeKind, KindWords>>>> = { 'zh-CN': ZH, en: EN };

/** What a kind of notice is about. */
export function noticeTitle(kind: NoticeKind, language: NoticeLanguage): string {
  return WORDS[language][kind].title;
}

/** What a notice says. */
export function noticeText(kind: NoticeKind, facts: NoticeFacts, language: NoticeLanguage): string {
  return WORDS[language][kind].text(facts);
}
