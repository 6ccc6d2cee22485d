import { isTokenGuessable, isTokenShaped, type ListedMachine, type MachineList } from '@tenon/domain/devices';
import { decodeAttributes } from '@tenon/domain/telemetry';
import { AppError, invalid } from '@tenon/kernel';
import { readDeviceName } from '../device-name.js';
import type { RowFault } from './row-fault.js';

/** A check of one thing of a row. @throws AppError for what is wrong with it */
type Check = readonly [column: string, check: () => unknown];

/** Remembers where a text stood first. @throws AppError (invalid) with this code where it stands a second time */
function onlyOnce(code: string): (text: string, row: number) => void {
  const rows = new Map<string, number>();
  return (text, row) => {
    const first = rows.get(text);
    if (first !== undefined) throw invalid(code, `Row ${first} has it as well.`, { otherRow: first });
    rows.set(text, row);
  };
}

function checkToken(token: string): void {
  if (!isTokenShaped(token)) throw invalid('DEVICE_LIST.TOKEN_SHAPE', 'A token has 20 to 64 letters, digits, hyphens and underscores.');
  if (isTokenGuessable(token)) throw invalid('DEVICE_LIST.TOKEN_GUESSABLE', 'The token has too few different symbols.');
}

/** Attributes of a list are held to what those are that a machine says itself. */
function checkAttributes(attributes: ListedMachine['attributes']): void {
  try {
    decodeAttributes(JSON.stringify(attributes));
  } catch (error) {
    throw error instanceof AppError ? invalid('DEVICE_LIST.ATTRIBUTE', error.message, error.details) : error;
  }
}

function faultsOf(row: number, checks: readonly Check[]): RowFault[] {
  return checks.flatMap(([column, check]) => {
    try {
      check();
      return [];
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return [{ row, column: String(error.details['key'] ?? column), code: error.code, details: error.details }];
    }
  });
}

/** What is wrong with the rows of a list that can be said without asking the database. */
export function checkRows({ nameHead, tokenHead, attributeHeads, machines }: MachineList): RowFault[] {
  const nameOnce = onlyOnce('DEVICE_LIST.NAME_TWICE');
  const tokenOnce = onlyOnce('DEVICE_LIST.TOKEN_TWICE');
  const checksOf = ({ row, name, token, attributes }: ListedMachine): Check[] => [
    [nameHead, () => nameOnce(readDeviceName(name), row)],
    ...(token === null ? [] : [[tokenHead, () => checkToken(token)], [tokenHead, () => tokenOnce(token, row)]] satisfies Check[]),
    ...(Object.keys(attributes).length === 0 ? [] : [[attributeHeads[0] ?? '', () => checkAttributes(attributes)]] satisfies Check[]),
  ];
  return machines.flatMap((machine) => faultsOf(machine.row, checksOf(machine)));
}
