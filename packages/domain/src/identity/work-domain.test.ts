import { describe, expect, it } from '@jest/globals';
import { domainOfEmail, readWorkDomain } from './work-domain.js';

describe('the domain of a company’s addresses', () => {
  it.each([['Factory.Example', 'factory.example'], [' @a.factory.cn ', 'a.factory.cn'], ['xn--fiq228c.example', 'xn--fiq228c.example']])('is read from %j', (text, domain) => {
    expect(readWorkDomain(text)).toBe(domain);
  });

  it.each(['', 'localhost', 'a@b.example', '-a.example', 'a..example', '10.0.0.1', 'https://a.example', `${'a'.repeat(64)}.example`, `${'a.'.repeat(127)}example`, '工厂.example'])('is not %j', (text) => {
    expect(() => readWorkDomain(text)).toThrow(expect.objectContaining({ code: 'SSO.DOMAIN', kind: 'invalid' }));
  });

  it('is what follows the last at sign', () => {
    expect([domainOfEmail('A@Factory.Example'), domainOfEmail('"a@b"@c.example')]).toEqual(['factory.example', 'c.example']);
  });
});
