import { describe, expect, it } from '@jest/globals';
import { agreedVersion, PRIVACY_NOTICE } from './privacy-notice.js';

describe('agreedVersion', () => {
  it('takes the versions that there are', () => {
    expect([agreedVersion(PRIVACY_NOTICE.version), agreedVersion('1')]).toEqual([PRIVACY_NOTICE.version, '1']);
  });

  it.each(['0', '9999', '1.0', ' 1', '', 1, null, undefined, ['1'], {}])('takes no %j', (given) => {
    expect(agreedVersion(given)).toBeNull();
  });
});
