import { invalid } from '@tenon/kernel';

/** As Chinese Excel writes CSV, unless told otherwise; GB 18030 has all of GBK and GB 2312 in it. */
const OF_CHINESE_EXCEL = 'gb18030';

function decoded(file: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    return null;
  }
}

/** The text of a file without a word of its encoding: UTF-16 by its mark, UTF-8 where it is that, else GB 18030. @throws AppError (invalid) TABLE.FORMAT */
export function csvText(file: Uint8Array): string {
  const isUtf16 = file[0] === 0xff && file[1] === 0xfe;
  const text = isUtf16 ? decoded(file, 'utf-16le') : (decoded(file, 'utf-8') ?? decoded(file, OF_CHINESE_EXCEL));
  if (text === null || text.includes('\0')) throw invalid('TABLE.FORMAT', 'The file is neither CSV nor an Excel workbook.');
  return text;
}
