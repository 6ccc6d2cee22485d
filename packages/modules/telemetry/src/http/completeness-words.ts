import type { CompletenessLine } from '../application/completeness-lines.js';

/** A statement's words on paper, in the platform's two languages. */
export interface CompletenessWords {
  readonly language: string;
  readonly title: (month: string) => string;
  readonly state: (revision: number, madeAt: string) => string;
  readonly columns: readonly string[];
  readonly total: string;
  readonly basis: Readonly<Record<CompletenessLine['basis'], string>>;
  readonly note: string;
  readonly changed: string;
  readonly page: (page: number, pages: number) => string;
}

export const COMPLETENESS_WORDS = {
  'zh-CN': {
    language: 'zh-CN',
    title: (month) => `数据完整性报表 ${month}`,
    state: (revision, madeAt) => (revision === 0 ? `本月尚未结束，截至 ${madeAt}` : `第 ${revision} 版，出具于 ${madeAt}`),
    columns: ['机器', '应到', '已存', '拒收', '缺失', '重复', '迟到', '缺失时长', '未连接时长', '最长缺口', '完整率'],
    total: '合计',
    basis: { type: '物模型', learnt: '按自身节奏', irregular: '不定时上报，无从预期', unknown: '数据太少，无从预期' },
    note: '一次上报指机器告诉平台任何内容的一个时刻。应到 = 已存 + 拒收 + 缺失；拒收只计本应补上缺失的部分。机器没有连接的时间不计入应到，单独列出。',
    changed: '与上一版相比有变化的机器',
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  },
  en: {
    language: 'en',
    title: (month) => `Completeness of readings, ${month}`,
    state: (revision, madeAt) => (revision === 0 ? `The month is not over; as of ${madeAt}` : `Revision ${revision}, made ${madeAt}`),
    columns: ['Machine', 'Expected', 'Kept', 'Refused', 'Missing', 'Repeats', 'Late', 'Missing for', 'Away for', 'Longest gap', 'Complete'],
    total: 'Total',
    basis: { type: 'by its type', learnt: 'by its own rhythm', irregular: 'irregular, no expectation', unknown: 'too little to tell' },
    note: 'A reading is one instant at which a machine told the platform anything. Expected = kept + refused + missing, where refused are those that would have filled what is absent. Time without a connection is not expected, and stands by itself.',
    changed: 'Machines that differ from the revision before',
    page: (page, pages) => `Page ${page} of ${pages}`,
  },
} as const satisfies Readonly<Record<string, CompletenessWords>>;

/** A length of time in hours, as it stands in the table. */
export function hoursText(ms: number): string {
  return ms === 0 ? '0' : `${(ms / 3_600_000).toFixed(2)} h`;
}

/** A share as it stands in the table; an em dash where nothing is expected. */
export function shareText(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(2)}%`;
}
