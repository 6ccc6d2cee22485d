import { invalid } from '@tenon/kernel';
import type { Archive } from './archive.js';
import { readXml } from './read-xml.js';
import { relationsOf } from './relations.js';

/** Where the parts are that a table consists of. */
export interface Workbook {
  readonly sheet: string;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Whether days are counted from 1904, as by Excel on older Macs, and not from 1900. */
  readonly isFrom1904: boolean;
}

/** Finds the first sheet that is to be seen. @throws AppError (invalid) TABLE.FORMAT where there is none: the archive is something else */
export async function findWorkbook(archive: Archive): Promise<Workbook> {
  const root = (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relations = await relationsOf(archive, root);
  let sheetId: string | undefined;
  let isFrom1904 = false;
  if (archive.has(root)) {
    await readXml(archive.bytesOf(root), {
      open(name, attributes) {
        if (name === 'sheet' && (attributes['state'] ?? 'visible') === 'visible') sheetId ??= attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
        if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      },
    });
  }
  const sheet = relations.find(({ id, type }) => id === sheetId && type === 'worksheet')?.target;
  if (!sheet || !archive.has(sheet)) throw invalid('TABLE.FORMAT', 'The file is no Excel workbook, or none with a sheet.');
  const partOf = (wanted: string): string | null => relations.find(({ type }) => type === wanted)?.target ?? null;
  return { sheet, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), isFrom1904 };
}
