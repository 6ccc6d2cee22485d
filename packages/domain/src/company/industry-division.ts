/** A division of manufacturing. */
export interface IndustryDivision {
  /** Section and division, such as C29. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** The divisions of manufacturing, section C. Source: GB/T 4754-2017, Industrial classification for national economic activities. */
export const INDUSTRY_DIVISIONS: readonly IndustryDivision[] = [
  { code: 'C13', zh: '农副食品加工业', en: 'Processing of food from agricultural products' },
  { code: 'C14', zh: '食品制造业', en: 'Manufacture of foods' },
  { code: 'C15', zh: '酒、饮料和精制茶制造业', en: 'Liquor, beverages and refined tea' },
  { code: 'C16', zh: '烟草制品业', en: 'Tobacco' },
  { code: 'C17', zh: '纺织业', en: 'Textiles' },
  { code: 'C18', zh: '纺织服装、服饰业', en: 'Textile wearing apparel and accessories' },
  { code: 'C19', zh: '皮革、毛皮、羽毛及其制品和制鞋业', en: 'Leather, fur, feather products and footwear' },
  { code: 'C20', zh: '木材加工和木、竹、藤、棕、草制品业', en: 'Timber processing; wood, bamboo, rattan, palm and straw products' },
  { code: 'C21', zh: '家具制造业', en: 'Furniture' },
  { code: 'C22', zh: '造纸和纸制品业', en: 'Paper and paper products' },
  { code: 'C23', zh: '印刷和记录媒介复制业', en: 'Printing and reproduction of recorded media' },
  { code: 'C24', zh: '文教、工美、体育和娱乐用品制造业', en: 'Articles for culture, education, arts and crafts, sport and entertainment' },
  { code: 'C25', zh: '石油、煤炭及其他燃料加工业', en: 'Petroleum, coal and other fuel processing' },
  { code: 'C26', zh: '化学原料和化学制品制造业', en: 'Raw chemical materials and chemical products' },
  { code: 'C27', zh: '医药制造业', en: 'Medicines' },
  { code: 'C28', zh: '化学纤维制造业', en: 'Chemical fibres' },
  { code: 'C29', zh: '橡胶和塑料制品业', en: 'Rubber and plastics products' },
  { code: 'C30', zh: '非金属矿物制品业', en: 'Non-metallic mineral products' },
  { code: 'C31', zh: '黑色金属冶炼和压延加工业', en: 'Smelting and pressing of ferrous metals' },
  { code: 'C32', zh: '有色金属冶炼和压延加工业', en: 'Smelting and pressing of non-ferrous metals' },
  { code: 'C33', zh: '金属制品业', en: 'Metal products' },
  { code: 'C34', zh: '通用设备制造业', en: 'General purpose machinery' },
  { code: 'C35', zh: '专用设备制造业', en: 'Special purpose machinery' },
  { code: 'C36', zh: '汽车制造业', en: 'Automobiles' },
  { code: 'C37', zh: '铁路、船舶、航空航天和其他运输设备制造业', en: 'Railway, ship, aerospace and other transport equipment' },
  { code: 'C38', zh: '电气机械和器材制造业', en: 'Electrical machinery and apparatus' },
  { code: 'C39', zh: '计算机、通信和其他电子设备制造业', en: 'Computers, communication and other electronic equipment' },
  { code: 'C40', zh: '仪器仪表制造业', en: 'Measuring instruments and machinery' },
  { code: 'C41', zh: '其他制造业', en: 'Other manufacture' },
  { code: 'C42', zh: '废弃资源综合利用业', en: 'Utilisation of waste resources' },
  { code: 'C43', zh: '金属制品、机械和设备修理业', en: 'Repair of metal products, machinery and equipment' },
];

const CODES: ReadonlySet<string> = new Set(INDUSTRY_DIVISIONS.map(({ code }) => code));

/** Whether the classification has this division of manufacturing. */
export function isIndustryDivision(code: string): boolean {
  return CODES.has(code);
}
