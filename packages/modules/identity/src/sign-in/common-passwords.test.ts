import { describe, expect, it } from '@jest/globals';
import { commonPasswords } from './common-passwords.js';

describe('the most used passwords', () => {
  it('are tens of thousands, in small letters, and read once', async () => {
    const list = await commonPasswords();
    expect(await commonPasswords()).toBe(list);
    expect(list.size).toBeGreaterThan(40_000);
    expect(['1234567890', 'qwertyuiop', 'password123', '1q2w3e4r5t', 'qq123456789'].filter((password) => !list.has(password))).toEqual([]);
    expect([...list].filter((password) => password !== password.toLowerCase())).toEqual([]);
  });
});
