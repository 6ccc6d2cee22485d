import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** What a figure says as people read it: 1,234.5, 12.3万, ¥56.70, −4.2 %; and how far rounding to the shown digits may have moved it. */
function readFigure(text: string): { readonly value: number; readonly roundedBy: number } {
  const [, minus, digits = '', decimals = '', scale] = /(−?)¥?([\d,]+)(?:\.(\d+))?\s?(万|%)?/.exec(text.replaceAll('¥−', '−¥')) ?? [];
  const unit = scale === '万' ? 10_000 : scale === '%' ? 0.01 : 1;
  const size = Number(`${digits.replaceAll(',', '')}.${decimals || 0}`) * unit;
  return { value: minus ? -size : size, roundedBy: (0.5 * unit) / 10 ** decimals.length };
}

/** Fails where a figure is not this value, rounded to as many digits as it shows. */
export function expectReads(text: string | undefined, wanted: number): void {
  const { value, roundedBy } = readFigure(text ?? '');
  if (!(Math.abs(value - wanted) <= roundedBy + 1e-9)) expect(`“${text}” is read`).toBe(`as ${wanted}`);
}

/** A table's rows, each as its cells' texts, once there are as many as wanted. */
export async function rowsOf(page: Page, column: string, count: number): Promise<string[][]> {
  const rows = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: column, exact: true }) }).locator('tbody tr');
  await rows.nth(count - 1).waitFor();
  const read = await rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  expect(read).toHaveLength(count);
  return read;
}

/** One of the page's chief figures, and what stands beneath it. */
export async function tileOf(page: Page, label: string): Promise<{ readonly figure: string; readonly beneath: string }> {
  const tile = page.getByRole('main').locator('div:has(> p)').filter({ has: page.locator(`:scope > p:text-is("${label}")`) }).first();
  await tile.waitFor();
  return tile.evaluate((box) => {
    const figure = box.querySelector('.tn-figure')?.textContent ?? '';
    return { figure, beneath: (box.textContent ?? '').slice((box.textContent ?? '').indexOf(figure) + figure.length) };
  });
}
