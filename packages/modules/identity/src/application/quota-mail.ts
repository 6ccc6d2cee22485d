import type { QuotaNotice } from '@tenon/billing';
import { nameInMail } from '@tenon/domain/identity';

/** What a meter is called in a mail, and what becomes of more of it. */
const METERS: Readonly<Record<QuotaNotice['meter'], { zh: [name: string, then: string]; en: [name: string, then: string] }>> = {
  devices: { zh: ['机器数', '不能再添加机器'], en: ['machines', 'no more machines can be added'] },
  members: { zh: ['成员数', '不能再邀请成员'], en: ['people', 'nobody more can be invited'] },
  apps: { zh: ['应用数', '不能再订阅应用'], en: ['apps', 'no more apps can be subscribed to'] },
  pointsADay: { zh: ['当日数据点', '当天的新数据会被拒收，每台机器的“被拒消息”里写明原因，次日零点恢复'], en: ['points of today', 'more points of today are refused, which each machine’s refused messages say; tomorrow they are taken again'] },
  apiCallsADay: { zh: ['当日 API 调用', '当天的 API 调用会被拒绝，次日零点恢复'], en: ['API calls of today', 'more API calls are refused until tomorrow'] },
};

const zhNumber = new Intl.NumberFormat('zh-CN');
const enNumber = new Intl.NumberFormat('en');

/** The mail that tells an owner how far a quota is used. In both languages, as it is not known which one the reader has. */
export function quotaMail(to: string, { meter, share, used, quota, companyName, link }: QuotaNotice & { link: string }): { to: string; subject: string; text: string } {
  const { zh, en } = METERS[meter];
  const company = nameInMail(companyName);
  const isOut = share === 100;
  const text = `您好：

“${company}”的${zh[0]}${isOut ? '已用完额度' : `已用到额度的 ${share}%`}：${zhNumber.format(used)}／${zhNumber.format(quota)}。

${isOut ? `接下来：${zh[1]}。` : `用完之后：${zh[1]}。`}可以在“套餐与用量”里换套餐，或者设一个更高的用量上限：

${link}

本月内这一项到同一程度不再重复提醒。

Hello,

“${company}” has used ${isOut ? 'all' : `${share} %`} of its quota of ${en[0]}: ${enNumber.format(used)} of ${enNumber.format(quota)}.

${isOut ? 'From here on' : 'Once it is used up'}, ${en[1]}. Change the plan or set a higher cap here:

${link}

This is said once a month.

榫卯 Tenon
`;
  return { to, subject: isOut ? `额度已用完：${zh[0]} · Quota used up: ${en[0]}` : `额度已用 ${share}%：${zh[0]} · ${share} % of a quota used: ${en[0]}`, text };
}
