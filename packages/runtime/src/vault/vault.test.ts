import { describe, expect, it } from '@jest/globals';
import { Vault } from './vault.js';
import { masterKeys } from './master-keys.js';

const SECRET = 'ab'.repeat(32);
const [ONE, TWO] = ['01'.repeat(32), '02'.repeat(32)];
const vaultOf = (...set: string[]): Vault => new Vault(masterKeys({ secretHex: SECRET, set }));
const place = { column: 'auth.second_factor.secret_sealed', id: 'row-1' };
const BROKEN = expect.objectContaining({ code: 'VAULT.BROKEN', kind: 'bug' });

describe('a sealed secret', () => {
  const vault = vaultOf();
  const secret = 'JBSWY3DPEHPK3PXP 密';
  const sealed = vault.seal(place, secret);

  it('opens where it was sealed, and shows nothing of the secret or of its likes', () => {
    expect(vault.open(place, sealed)).toBe(secret);
    expect(vault.seal(place, secret)).not.toBe(sealed);
    expect(sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1')).join()).not.toContain('JBSWY3DP');
    expect(vault.open(place, vault.seal(place, ''))).toBe('');
  });

  it.each([
    ['row', { ...place, id: 'row-2' }],
    ['column', { ...place, column: 'public.sso_connection.secret_sealed' }],
  ])('opens in no other %s', (_what, elsewhere) => {
    expect(() => vault.open(elsewhere, sealed)).toThrow(BROKEN);
  });

  it('opens not after any change, nor with the data key of another', () => {
    const [form, master, wrapped, box] = sealed.split('.') as [string, string, string, string];
    const other = vault.seal(place, secret).split('.')[2]!;
    expect(() => vault.open(place, [form, master, other, box].join('.'))).toThrow(BROKEN);
    for (const [index, part] of [wrapped, box].entries()) {
      const bytes = Buffer.from(part, 'base64url');
      for (let at = 0; at < bytes.length; at += 1) {
        const changed = Buffer.from(bytes);
        changed[at]! ^= 1;
        const parts = [wrapped, box];
        parts[index] = changed.toString('base64url');
        expect(() => vault.open(place, [form, master, ...parts].join('.'))).toThrow(BROKEN);
      }
    }
    for (const text of ['', 'plain', `s1.${master}`, `s1.${master}.${wrapped}.`, sealed.replace('s1', 's2')]) expect(() => vault.open(place, text)).toThrow(BROKEN);
  });
});

describe('the master keys of a process', () => {
  it('wrap by the first that was set, and open by all, the platform’s own too', () => {
    const before = vaultOf().seal(place, 'a');
    const now = vaultOf(ONE).seal(place, 'b');
    expect([vaultOf(ONE).open(place, before), vaultOf(TWO, ONE).open(place, now)]).toEqual(['a', 'b']);
    expect(() => vaultOf().open(place, now)).toThrow(expect.objectContaining({ code: 'VAULT.MASTER_KEY_UNKNOWN', kind: 'unavailable' }));
    expect(() => vaultOf(TWO).open(place, now)).toThrow(expect.objectContaining({ code: 'VAULT.MASTER_KEY_UNKNOWN' }));
  });
});
