import { describe, expect, it } from '@jest/globals';
import { assignmentOf } from './assignment.js';
import { packageStatement } from './package-statement.js';
import { readPackage } from './read-package.js';

const PACKAGE = { kind: 'firmware', title: '压力机控制器', version: '1.2.0', sizeBytes: 12, sha256: 'ab'.repeat(32), typeId: null } as const;

describe('a package', () => {
  it('is signed as lines that a machine can write itself', () => {
    expect(packageStatement(PACKAGE)).toBe(`tenon-ota-package-1\nkind: firmware\ntitle: 压力机控制器\nversion: 1.2.0\nsize: 12\nsha256: ${'ab'.repeat(32)}\ndevice-type: any\n`);
    expect(packageStatement({ ...PACKAGE, typeId: 'T' })).toContain('device-type: T\n');
  });

  it('cannot smuggle a line into what is signed', () => {
    const read = readPackage({ kind: 'firmware', title: 'a\nsize\u2028: 1', version: '1\r\n', fileName: 'a\0.bin', sizeBytes: 1 });
    expect(read).toMatchObject({ title: 'asize: 1', version: '1', fileName: 'a.bin' });
  });

  it.each([
    [{ title: ' \n' }, 'OTA_PACKAGE.TITLE'],
    [{ title: 'x'.repeat(101) }, 'OTA_PACKAGE.TITLE'],
    [{ version: '' }, 'OTA_PACKAGE.VERSION'],
    [{ fileName: '' }, 'OTA_PACKAGE.FILE'],
    [{ sizeBytes: 0 }, 'OTA_PACKAGE.FILE'],
    [{ sizeBytes: 1.5 }, 'OTA_PACKAGE.FILE'],
  ])('with %j is refused with %s', (odd, code) => {
    expect(() => readPackage({ kind: 'firmware', title: 'a', version: '1', fileName: 'a.bin', sizeBytes: 1, ...odd })).toThrow(expect.objectContaining({ code }));
  });

  it('is told to machines in ThingsBoard’s words, software by its own', () => {
    const told = Object.fromEntries(assignmentOf({ ...PACKAGE, signature: 'c2ln', keyId: 'k' }));
    expect(told).toEqual({ fw_title: '压力机控制器', fw_version: '1.2.0', fw_size: 12, fw_checksum: 'ab'.repeat(32), fw_checksum_algorithm: 'SHA256', fw_signature: 'c2ln', fw_signature_key: 'k', fw_device_type: null });
    expect(Object.keys(Object.fromEntries(assignmentOf({ ...PACKAGE, kind: 'software', signature: '', keyId: '' })))).toContain('sf_checksum_algorithm');
  });
});
