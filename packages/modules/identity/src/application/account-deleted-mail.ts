/** The mail that confirms that an account is gone. In both languages, as it is not known which one the reader has. */
export function accountDeletedMail(email: string): { to: string; subject: string; text: string } {
  const text = `您好：

您在榫卯的账号已按您的要求删除：登录方式、通行密钥、API 密钥、收件箱和个人设置都已清除，您已退出所有企业。
您以前在各企业做过什么，仍留在那些企业的审计记录里，到它们的保存期满为止。
以后想再用，用这个邮箱重新注册即可。
不是您本人删的？请马上联系您所在企业的管理员。

Hello,

your account on Tenon was deleted, as you asked: how you signed in, passkeys, API keys, inboxes and settings of yours are gone, and you have left every company.
What you did in each company stays in that company’s audit trail until its time is over.
Should you want to come back, sign up anew with this address.
If it was not you, tell the administrators of your company now.

榫卯 Tenon
`;
  return { to: email, subject: '您的账号已删除 · Your account was deleted', text };
}
