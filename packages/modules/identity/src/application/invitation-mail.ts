import { nameInMail, type MailLanguage } from '@tenon/domain/identity';

/** What an invitation's mail says. */
export interface InvitationMail {
  readonly email: string;
  readonly language: MailLanguage;
  readonly companyName: string;
  readonly inviterName: string;
  readonly link: string;
}

/** The one link is ours; names are held to what no mail program makes a link of. */
const WORDS: Readonly<Record<MailLanguage, (company: string, inviter: string, link: string) => { subject: string; text: string }>> = {
  'zh-CN': (company, inviter, link) => ({
    subject: `邀请您加入“${company || '一家企业'}”`,
    text: `您好：

${inviter ? `“${inviter}”` : '有同事'}邀请您加入榫卯上的企业“${company || '（未写名称）'}”。请在 7 天内打开下面的链接，登录或设置密码后即可加入：

${link}

不认识这家企业的话，忽略本邮件就好，什么都不会发生。

榫卯 Tenon
`,
  }),
  en: (company, inviter, link) => ({
    subject: `You are invited to join “${company || 'a company'}”`,
    text: `Hello,

${inviter ? `“${inviter}”` : 'A colleague'} invites you to join the company “${company || '(without a name)'}” on Tenon. Open the link below within 7 days, then sign in or choose a password:

${link}

If you do not know this company, ignore this mail and nothing will happen.

榫卯 Tenon
`,
  }),
};

/** The mail that invites somebody, in the language that the inviter chose for them. */
export function invitationMail({ email, language, companyName, inviterName, link }: InvitationMail): { to: string; subject: string; text: string } {
  return { to: email, ...WORDS[language](nameInMail(companyName), nameInMail(inviterName), link) };
}
