/** Yuan as people type them, as fen: `1,234.5` is 123450; null for what is no amount. Read as text, so that nothing is rounded. */
export function fenOf(text: string): number | null {
  const [, sign = '', yuan = '', fen = ''] = /^([-−]?)(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(/[,，¥￥\s]/g, '')) ?? [];
  if (yuan === '') return null;
  const minor = Number(yuan) * 100 + Number(fen.padEnd(2, '0'));
  return sign === '' ? minor : -minor;
}
