import { invalid } from '@tenon/kernel';

/** How a column of names is headed, and one of tokens; compared without case. */
const NAME_HEADS = ['name', 'machine', 'device', '名称', '设备名称', '机器名称', '设备', '机器'];
const TOKEN_HEADS = ['token', 'access token', 'accesstoken', '令牌', '访问令牌', '接入令牌'];

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
  /** What else the list says of it, by the heads of its columns; no empty texts. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A list of machines, and how it was headed. */
export interface MachineList {
  readonly nameHead: string;
  readonly tokenHead: string;
  readonly attributeHeads: readonly string[];
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

/**
 * Reads a table as a list of machines: the first row names the columns, one of them holds the names, one may hold tokens, and each other
 * one that has a head is an attribute by it. What a name or a token may be is not looked at yet.
 * @throws AppError (invalid) DEVICE_LIST.NO_NAMES where no column is headed as one of names, DEVICE_LIST.COLUMN_TWICE, DEVICE_LIST.EMPTY without a machine
 */
export function readMachineList([head, ...rows]: readonly ListRow[]): MachineList {
  const heads = head?.cells ?? [];
  const nameAt = placeOf(heads, (text) => among(NAME_HEADS, text));
  const tokenAt = placeOf(heads, (text) => among(TOKEN_HEADS, text));
  if (nameAt === -1) throw invalid('DEVICE_LIST.NO_NAMES', 'The first row names no column of names.', { heads: heads.slice(0, 20) });
  if (rows.length === 0) throw invalid('DEVICE_LIST.EMPTY', 'The list names no machine.');
  const attributes = heads.flatMap((text, at) => (text === '' || at === nameAt || at === tokenAt ? [] : [{ text, at }]));
  for (const { text } of attributes) placeOf(heads, (other) => other === text);
  const machines = rows.map(({ row, cells }) => ({
    row,
    name: armed(cells[nameAt] ?? ''),
    token: armed(cells[tokenAt] ?? '') || null,
    attributes: Object.fromEntries(attributes.flatMap(({ text, at }) => (cells[at] ? [[text, armed(cells[at])]] : []))),
  }));
  return { nameHead: heads[nameAt] ?? '', tokenHead: heads[tokenAt] ?? 'token', attributeHeads: attributes.map(({ text }) => text), machines };
}
