import { nameInMail } from '@tenon/domain/identity';
import { isNoticeKind, NOTICE_RULES, noticeText, noticeTitle, type NoticeFacts, type NoticeLanguage } from '@tenon/domain/notices';

/** The portal's address as people type it, where links lead. */
export class NoticeLinks {
  constructor(readonly portal: string) {}

  to(path: string): string {
    return `${this.portal.replace(/\/$/, '')}${path}`;
  }
}

/** What a notice says and where it leads; null for a kind of another release. */
export function wordsOf(kind: string, facts: NoticeFacts, language: NoticeLanguage): { title: string; text: string; path: string } | null {
  if (!isNoticeKind(kind)) return null;
  return { title: noticeTitle(kind, language), text: noticeText(kind, facts, language), path: NOTICE_RULES[kind].path };
}

/** What is ours or was checked: the office's own words, version numbers, addresses. Everything else is a name that somebody chose. */
const NOT_NAMES = ['reason', 'version', 'address', 'expiresOn', 'until'];

/** Facts as they may stand in a mail. */
function inMail(facts: NoticeFacts): NoticeFacts {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, NOT_NAMES.includes(name) ? fact : nameInMail(fact)]));
}

/** The mail of a notice, in both languages, as it is not known which one the reader has; null for a kind of another release. */
export function noticeMail(notice: { kind: string; facts: NoticeFacts }, { email, companyName }: { email: string; companyName: string }, links: NoticeLinks): { to: string; subject: string; text: string } | null {
  const facts = inMail(notice.facts);
  const [zh, en] = [wordsOf(notice.kind, facts, 'zh-CN'), wordsOf(notice.kind, facts, 'en')];
  if (!zh || !en) return null;
  const company = nameInMail(companyName);
  const text = `您好：

${zh.text}

企业：${company}
查看：${links.to(zh.path)}

Hello,

${en.text}

Company: ${company}
See: ${links.to(en.path)}

榫卯 Tenon

不想再收这类邮件，可在这里关闭 · Mails like this one are turned off here:
${links.to('/settings/notices')}
`;
  return { to: email, subject: `${zh.title} · ${en.title}`, text };
}

/** What a robot says of a notice; null for a kind of another release. */
export function robotText(notice: { kind: string; facts: NoticeFacts }, language: NoticeLanguage, links: NoticeLinks): string | null {
  const words = wordsOf(notice.kind, notice.facts, language);
  return words && `${words.title}\n${words.text}\n${links.to(words.path)}`;
}

/** What a robot says when it is tried. */
export function robotTestText(language: NoticeLanguage): string {
  return language === 'en' ? 'Tenon: this is a test. News of the company will come here.' : '榫卯：这是一条测试消息。企业的通知会发到这里。';
}
