import { nameInMail } from '@tenon/domain/identity';

/** The mail that tells somebody that they do not belong to a company any more. In both languages, as it is not known which one the reader has. */
export function removalMail(email: string, companyName: string): { to: string; subject: string; text: string } {
  const company = nameInMail(companyName);
  const text = `您好：

您已被移出榫卯上的企业“${company || '（未写名称）'}”，此后看不到它的任何内容，您在那里建的 API 密钥也已作废。您的账号和别的企业不受影响。
有疑问的话，请直接联系那家企业的管理员。

Hello,

You were removed from the company “${company || '(without a name)'}” on Tenon. You see nothing of it any more, and API keys that you made there are worthless. Your account and your other companies are as they were.
If you have a question, ask that company’s administrators.

榫卯 Tenon
`;
  return { to: email, subject: `您已离开企业“${company}” · You were removed from a company`, text };
}
