import { PAGE, type PageCanvas } from './page-canvas.js';

/**
 * The fonts: two of the standard fourteen for Latin, and a Chinese one by its name with a predefined character map (ISO 32000-1, 9.7.5.2),
 * which readers bring or stand another in for; so a file is a few kilobytes, and any character of a company's name has a glyph.
 */
const FONTS = [
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /DW 1000 /FontDescriptor 7 0 R >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 737 /StemV 93 >>',
];
const FIRST_FONT = 3;
const FIRST_PAGE = FIRST_FONT + FONTS.length;

/** A text string of PDF, with the mark by which readers know UTF-16. */
function textString(text: string): string {
  return `<feff${Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0')).join('')}>`;
}

function objectsOf(pages: readonly PageCanvas[], title: string): string[] {
  const kids = pages.map((_, index) => `${FIRST_PAGE + index * 2} 0 R`).join(' ');
  const fonts = `<< /F1 ${FIRST_FONT} 0 R /F2 ${FIRST_FONT + 1} 0 R /F3 ${FIRST_FONT + 2} 0 R >>`;
  return [
    '<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /DisplayDocTitle true >> >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...FONTS,
    ...pages.flatMap((page, index) => {
      const content = page.toString();
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font ${fonts} >> /Contents ${FIRST_PAGE + index * 2 + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
    `<< /Title ${textString(title)} /Producer (Tenon) >>`,
  ];
}

/** A PDF 1.7 file of these pages. All of it is ASCII, so that a character is a byte. */
export function pdfFile(pages: readonly PageCanvas[], title: string): Buffer {
  let file = '%PDF-1.7\n';
  const objects = objectsOf(pages, title);
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
