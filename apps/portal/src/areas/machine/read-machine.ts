import { cache } from 'react';
import { serverRequest } from '../../api/server-request';
import { codeOf } from '../../errors/api-error';
import { MachineDocument, type MachineQuery } from '../../generated/documents';

const NO_SUCH: ReadonlySet<string> = new Set(['DEVICE.NOT_FOUND', 'ID.MALFORMED']);

/** The machine while its page is made, asked once; `none` when there is no such machine for this company, `unknown` when that cannot be told now. */
export const readMachine = cache(async (id: string): Promise<MachineQuery | 'none' | 'unknown'> => {
  try {
    return await serverRequest(MachineDocument, { id });
  } catch (error) {
    return NO_SUCH.has(codeOf(error)) ? 'none' : 'unknown';
  }
});
