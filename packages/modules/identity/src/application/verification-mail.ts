/**
 * The mail with the link by which somebody shows that their address is theirs. In both languages, as it is not known which one
 * the reader has. Nothing that somebody typed at sign-up stands in it, and it warns whoever did not sign up: they may be strangers
 * whose address another gave.
 */
export function verificationMail(email: string, link: string): { to: string; subject: string; text: string } {
  const text = `您好：

有人用这个邮箱在榫卯注册。是您本人的话，请在三天内打开下面的链接，按“确认是我的邮箱”；确认之后才能邀请同事、发布应用、开启两步验证。
如果不是您本人操作，请不要确认，忽略本邮件就好。

Hello,

Somebody signed up on Tenon with this address. If it was you, open the link below within three days and press “Confirm my address”; only then can you invite colleagues, publish apps and set up a second factor.
If it was not you, do not confirm: ignore this mail.

${link}

榫卯 Tenon
`;
  return { to: email, subject: '确认邮箱 · Confirm your address', text };
}
