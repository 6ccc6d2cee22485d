/**
 * The mail with the link to a new password. In both languages, as it is not known which one the reader has. Nothing that
 * somebody typed at sign-up stands in it: whoever signs up with another's address would write to them in our name.
 */
export function resetMail(email: string, link: string): { to: string; subject: string; text: string } {
  const text = `您好：

请在一小时内打开下面的链接设置新密码。如果不是您本人操作，请忽略本邮件，原密码不变。

Hello,

Open the link below within one hour to set a new password. If you did not ask for it, ignore this mail; your password stays as it is.

${link}

榫卯 Tenon
`;
  return { to: email, subject: '重设密码 · Set a new password', text };
}
