/** A district of Shanghai. */
export interface District {
  /** Six digits. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Shanghai's sixteen districts. Source: GB/T 2260, codes for the administrative divisions of China. */
export const DISTRICTS: readonly District[] = [
  { code: '310101', zh: '黄浦区', en: 'Huangpu' },
  { code: '310104', zh: '徐汇区', en: 'Xuhui' },
  { code: '310105', zh: '长宁区', en: 'Changning' },
  { code: '310106', zh: '静安区', en: 'Jing’an' },
  { code: '310107', zh: '普陀区', en: 'Putuo' },
  { code: '310109', zh: '虹口区', en: 'Hongkou' },
  { code: '310110', zh: '杨浦区', en: 'Yangpu' },
  { code: '310112', zh: '闵行区', en: 'Minhang' },
  { code: '310113', zh: '宝山区', en: 'Baoshan' },
  { code: '310114', zh: '嘉定区', en: 'Jiading' },
  { code: '310115', zh: '浦东新区', en: 'Pudong' },
  { code: '310116', zh: '金山区', en: 'Jinshan' },
  { code: '310117', zh: '松江区', en: 'Songjiang' },
  { code: '310118', zh: '青浦区', en: 'Qingpu' },
  { code: '310120', zh: '奉贤区', en: 'Fengxian' },
  { code: '310151', zh: '崇明区', en: 'Chongming' },
];

const CODES: ReadonlySet<string> = new Set(DISTRICTS.map(({ code }) => code));

/** Whether this is the code of a district of Shanghai. */
export function isDistrict(code: string): boolean {
  return CODES.has(code);
}
