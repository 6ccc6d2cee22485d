import { disarmed, type MachineList } from '@tenon/domain/devices';

/** The mark by which spreadsheets know UTF-8. */
const MARK = '\uFEFF';

/** Quoted where it must be (RFC 4180), and disarmed where a spreadsheet would take it for a formula; reading the list undoes both. */
function cell(text: string): string {
  const safe = disarmed(text);
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A list as CSV with the token of each machine: to be kept, and to be sent once more where nobody knows whether it arrived. */
export function completedList({ nameHead, tokenHead, otherHeads, machines }: Pick<MachineList, 'nameHead' | 'tokenHead' | 'otherHeads'> & { readonly machines: readonly Pick<MachineList['machines'][number], 'row' | 'name' | 'texts'>[] }, tokenOf: (row: number) => string): string {
  const lines = machines.map(({ row, name, texts }) => [name, tokenOf(row), ...otherHeads.map((head) => texts[head] ?? '')]);
  return MARK + [[nameHead, tokenHead, ...otherHeads], ...lines].map((texts) => `${texts.map(cell).join(',')}\r\n`).join('');
}
