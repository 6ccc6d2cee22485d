import { cache } from 'react';
import { serverRequest } from '../../api/server-request';
import { codeOf } from '../../errors/api-error';
import { DeviceTypeDocument, type DeviceTypeQuery } from '../../generated/documents';

/** The type while its page is made, asked once; `none` when there is no such type for this company, `unknown` when that cannot be told now. */
export const readType = cache(async (id: string): Promise<DeviceTypeQuery | 'none' | 'unknown'> => {
  try {
    return await serverRequest(DeviceTypeDocument, { id });
  } catch (error) {
    return codeOf(error) === 'DEVICE_TYPE.NOT_FOUND' ? 'none' : 'unknown';
  }
});
