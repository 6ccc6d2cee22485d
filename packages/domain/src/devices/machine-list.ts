import { invalid } from '@tenon/kernel';

/** How a column is headed that says something the platform knows; compared without case. */
const HEADS = {
  name: ['name', 'machine', 'device', '名称', '设备名称', '机器名称', '设备', '机器'],
  token: ['token', 'access token', 'accesstoken', '令牌', '访问令牌', '接入令牌'],
  type: ['type', 'device type', '物模型', '设备类型'],
  site: ['site', '厂区'],
  area: ['area', '区域', '车间'],
  line: ['line', 'work center', 'work centre', '产线'],
  tags: ['tags', 'tag', '标签'],
} as const;

/** What a column may say besides attributes. */
export type ListColumn = keyof typeof HEADS;

/** The columns by which a list says where machines stand, the outermost first. */
export const PLACE_COLUMNS = ['site', 'area', 'line'] as const satisfies readonly ListColumn[];

/** A row of a table: its number as people count, and its texts. */
export interface ListRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A machine as a list names it. */
export interface ListedMachine {
  readonly row: number;
  readonly name: string;
  /** Null: one is to be made for it. */
  readonly token: string | null;
  /** The device type it is to have, and where it is to stand, each by its name; none where nothing is said. */
  readonly sorting: Readonly<Partial<Record<'type' | (typeof PLACE_COLUMNS)[number], string>>>;
  readonly tags: readonly string[];
  /** What else the list says of it, by the heads of its columns; no empty texts. */
  readonly attributes: Readonly<Record<string, string>>;
  /** All it says in columns other than of names and tokens, by their heads. */
  readonly texts: Readonly<Record<string, string>>;
}

/** A list of machines, and how it was headed. */
export interface MachineList {
  readonly nameHead: string;
  readonly tokenHead: string;
  /** How the columns are headed that the list has. */
  readonly heads: Readonly<Partial<Record<ListColumn, string>>>;
  readonly attributeHeads: readonly string[];
  /** Those of all columns but of names and tokens, in their order. */
  readonly otherHeads: readonly string[];
  readonly machines: readonly ListedMachine[];
}

const among = (words: readonly string[], head: string): boolean => words.includes(head.toLowerCase());

/** The place of a column that there may be once. @throws AppError (invalid) DEVICE_LIST.COLUMN_TWICE */
function placeOf(heads: readonly string[], isWanted: (head: string) => boolean): number {
  const [first = -1, second] = heads.flatMap((head, at) => (isWanted(head) ? [at] : []));
  if (second !== undefined) throw invalid('DEVICE_LIST.COLUMN_TWICE', 'Two columns mean the same.', { column: heads[second] ?? '' });
  return first;
}

/** Without the apostrophe by which {@link disarmed} and spreadsheets mark a text that is no formula. */
const armed = (text: string): string => text.replace(/^'(?=[=+\-@])/, '');

/** A text that no spreadsheet takes for a formula. */
export const disarmed = (text: string): string => (/^[=+\-@]/.test(text) ? `'${text}` : text);

/** Several tags in one cell, however they are set apart. */
const tagsOf = (text: string): string[] => text.split(/[,;，；、|]/).flatMap((tag) => tag.trim() || []);

function columnsOf(heads: readonly string[]): Readonly<Record<ListColumn, number>> {
  const entries = (Object.keys(HEADS) as ListColumn[]).map((column) => [column, placeOf(heads, (text) => among(HEADS[column], text))] as const);
  return Object.fromEntries(entries) as Record<ListColumn, number>;
}

/**
 * Reads a table as a list of machines: the first row names the columns, one of them holds the names, others may hold tokens, device types, places
 * and tags, and each other one that has a head is an attribute by it. What a name or a token may be, and whether there is such a type or place, is not
 * looked at yet.
 * @throws AppError (invalid) DEVICE_LIST.NO_NAMES where no column is headed as one of names, DEVICE_LIST.COLUMN_TWICE, DEVICE_LIST.EMPTY without a machine
 */
export function readMachineList([head, ...rows]: readonly ListRow[]): MachineList {
  const heads = head?.cells ?? [];
  const at = columnsOf(heads);
  if (at.name === -1) throw invalid('DEVICE_LIST.NO_NAMES', 'The first row names no column of names.', { heads: heads.slice(0, 20) });
  if (rows.length === 0) throw invalid('DEVICE_LIST.EMPTY', 'The list names no machine.');
  const known = new Set(Object.values(at));
  const others = heads.flatMap((text, place) => (text === '' || place === at.name || place === at.token ? [] : [{ text, place }]));
  const attributes = others.filter(({ place }) => !known.has(place));
  for (const { text } of attributes) placeOf(heads, (other) => other === text);
  const textsOf = (cells: readonly string[], columns: typeof others): Record<string, string> => Object.fromEntries(columns.flatMap(({ text, place }) => (cells[place] ? [[text, armed(cells[place])]] : [])));
  const sorting = (['type', ...PLACE_COLUMNS] as const).filter((column) => at[column] !== -1);
  const machines = rows.map(({ row, cells }) => ({
    row,
    name: armed(cells[at.name] ?? ''),
    token: armed(cells[at.token] ?? '') || null,
    sorting: Object.fromEntries(sorting.flatMap((column) => (cells[at[column]]?.trim() ? [[column, armed(cells[at[column]] ?? '').trim()]] : []))),
    tags: tagsOf(armed(cells[at.tags] ?? '')),
    attributes: textsOf(cells, attributes),
    texts: textsOf(cells, others),
  }));
  return {
    nameHead: heads[at.name] ?? '',
    tokenHead: heads[at.token] ?? 'token',
    heads: Object.fromEntries((Object.keys(HEADS) as ListColumn[]).flatMap((column) => (at[column] === -1 ? [] : [[column, heads[at[column]] ?? '']]))),
    attributeHeads: attributes.map(({ text }) => text),
    otherHeads: others.map(({ text }) => text),
    machines,
  };
}
