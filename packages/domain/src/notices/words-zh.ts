import { machinesIn, named, type KindWords } from './kind-words.js';
import type { NoticeKind } from './kinds.js';
import { STANDING_AHEAD_ZH, STANDING_ZH } from './standing-words-zh.js';

const role = named({ owner: '所有者', admin: '管理员', engineer: '工程师', operator: '操作员', viewer: '只读成员', finance: '财务' });
const browserName = named({ other: '未知浏览器' });
const systemName = named({ other: '未知系统' });
const machines = machinesIn({ joint: '、', andMore: (more) => `等另外 ${more} 台机器` });
const because = (reason = ''): string => (reason ? `原因：${reason}` : '');

/** The kinds in Chinese. */
export const ZH: Readonly<Record<NoticeKind, KindWords>> = {
  'member.joined': { title: '有人加入企业', text: ({ name = '', role: given, by }) => `${name}${by === 'single-sign-on' ? '用企业账号登录，' : '接受邀请'}加入了企业，角色是${role(given)}。` },
  'member.role-changed': { title: '您的角色有变化', text: ({ before, after }) => `您的角色从${role(before)}改为${role(after)}。` },
  'member.removed': { title: '有人离开企业', text: ({ name = '', role: given }) => `${name}（${role(given)}）已不在企业里，此后看不到企业的任何内容。` },
  'tenant.suspended': { title: '企业被停用', text: ({ reason }) => `平台停用了企业：数据仍可查看，机器发来的数据暂不接收。${because(reason)}` },
  'tenant.resumed': { title: '企业已恢复', text: () => '企业已恢复使用，机器可以重新上报数据。' },
  'tenant.standing-changed': { title: '企业状态有变化', text: (facts) => STANDING_ZH[facts['standing'] ?? '']?.(facts) ?? '' },
  'tenant.change-ahead': { title: '企业状态即将变化', text: (facts) => STANDING_AHEAD_ZH[facts['standing'] ?? '']?.(facts) ?? '' },
  'tenant.credit-code-confirmed': { title: '统一社会信用代码已核对', text: ({ creditCode = '' }) => `平台已对照登记信息核对统一社会信用代码 ${creditCode}。` },
  'tenant.papers-asked': { title: '平台请您补充资料', text: ({ note = '' }) => `平台在核对企业的注册信息，请您补充：${note}` },
  'tenant.exported': { title: '数据导出已完成', text: ({ until = '' }) => `企业数据已打包并签名，可下载至 ${until}，之后文件会被删除。` },
  'announcement.published': { title: '平台公告', text: ({ zh = '' }) => zh },
  'impersonation.begun': {
    title: '平台人员正在查看企业',
    text: ({ reason = '', minutes = '', access }) => `平台人员以所有者的视角进入企业，最长 ${minutes} 分钟，${access === 'write' ? '可以改动' : '只能查看，不能改动'}。原因：${reason}`,
  },
  'impersonation.ended': {
    title: '平台人员已结束查看',
    text: ({ reason = '', asked = '0', access }) => `平台人员以所有者的视角查看了企业，期间${access === 'write' ? '可以改动' : '不能改动'}，共请求 ${asked} 次，看过什么见审计记录。原因：${reason}`,
  },
  'single-sign-on.passed-over': { title: '有所有者绕过单点登录进入', text: ({ name = '', email = '', minutes = '' }) => `${name}（${email}）没有经过企业单点登录，凭两步验证进入，最多 ${minutes} 分钟。如果事先没说好，请把他移出企业，并查看审计记录。` },
  'app-version.listed': { title: '应用版本通过审核', text: ({ app = '', version = '' }) => `${app} ${version} 版通过审核，已在应用商店上架。` },
  'app-version.rejected': { title: '应用版本被退回', text: ({ app = '', version = '', reason }) => `${app} ${version} 版被退回修改。${because(reason)}` },
  'device.fell-silent': { title: '机器没有数据了', text: (facts) => `${machines(facts)}已有 ${facts['minutes'] ?? ''} 分钟没有发来数据。不是停机的话，请看看电源和网络。` },
  'device.came-back': { title: '机器又有数据了', text: (facts) => `${machines(facts)}又开始发来数据。` },
  'device.handed-over': { title: '机器已被接收', text: ({ name = '', company = '' }) => `“${name}”已由“${company}”接收，在本企业已退役；以前的数据仍可查看。` },
  'device.taken-over': { title: '接收了机器', text: ({ name = '', company = '' }) => `从“${company}”接收了机器“${name}”，数据从现在开始。` },
  'campaign.paused': {
    title: '升级任务已暂停',
    text: ({ name = '', because, updated = '0', failed = '0' }) => `任务“${name}”${because === 'failures' ? '失败的机器太多' : '这一批成功的机器不够'}，已自动暂停：成功 ${updated} 台，失败 ${failed} 台。请看过原因，再决定继续、中止还是回退。`,
  },
  'campaign.ended': {
    title: '升级任务已结束',
    text: ({ name = '', because, updated = '0', failed = '0', rolledBack = '0' }) => `任务“${name}”${{ aborted: '已中止', 'rolled-back': '已回退' }[because ?? ''] ?? '已完成'}：成功 ${updated} 台，失败 ${failed} 台${rolledBack === '0' ? '' : `，回退 ${rolledBack} 台`}。`,
  },
  'session.new-device': {
    title: '新设备登录',
    text: ({ browser, system, address = '' }) => `您的账号在新设备上登录：${browserName(browser)}，${systemName(system)}，网络地址 ${address}。不是您本人的话，请马上改密码并让那台设备退出。`,
  },
  'api-key.expiring': { title: 'API 密钥快到期', text: ({ name = '', expiresOn = '' }) => `API 密钥“${name}”将于 ${expiresOn} 到期，之后用它的程序会被拒绝。请先换上新的密钥。` },
  'robot.paused': { title: '群机器人已暂停', text: ({ name = '' }) => `群机器人“${name}”接连 5 次没有收下消息，已暂停。请检查地址和密钥，测试通过后再恢复。` },
  'invoice.issued': { title: '新账单', text: ({ number = '', amount = '', dueOn = '' }) => `账单 ${number} 已出，价税合计 ${amount} 元，请在 ${dueOn} 前付款。` },
  'invoice.paid': { title: '账单已付清', text: ({ number = '' }) => `账单 ${number} 的款项已到账，不再有待付。` },
  'invoice.payment-taken-back': { title: '收款已撤回', text: ({ number = '', amount = '', reason }) => `此前误记到账单 ${number} 的 ${amount} 元收款已撤回，这部分重新待付。${because(reason)}` },
  'invoice.card-failed': { title: '银行卡付款未成功', text: ({ number = '', amount = '' }) => `账单 ${number} 的 ${amount} 元没有从银行卡扣成，未产生扣款。请重试，或改用转账。` },
  'invoice.card-disputed': {
    title: '银行卡付款被拒付',
    text: ({ number = '', amount = '', dispute = '' }) => `${{ open: `持卡人对账单 ${number} 的 ${amount} 元付款提出异议，由发卡行裁定。`, won: `账单 ${number} 的 ${amount} 元付款异议已结束，付款有效。` }[dispute] ?? `账单 ${number} 的付款异议已裁定，${amount} 元被退回，账单重新待付。`}`,
  },
  'invoice.credited': { title: '红字账单', text: ({ number = '', amount = '', reason }) => `账单 ${number} 冲减了 ${amount} 元。${because(reason)}` },
  'invoice.overdue': { title: '账单已逾期', text: ({ number = '', amount = '', dueOn = '', days = '' }) => `账单 ${number} 应在 ${dueOn} 前付款，已过 ${days} 天，还有 ${amount} 元待付。` },
};
