import { describe, expect, it } from '@jest/globals';
import { domainOfEmail, readWorkDomain } from './work-domain.js';

describe('the domain of a company’s addresses', () => {
  it.each([['Factory.Example', 'factory.example'], [' @a.factory.cn ', 'a.factory.cn'], ['xn--fiq228c.example', 'xn--fiq228c.example']])('is read from %j', (text, domain) => {
    expect(readWorkDomain(text)).toBe(domain);
  });

  it.each(['', 'localhost', 'a@b.example', '-a.example', 'a..example', '10.0.0.1', 'https://a.example', `${'a'.repeat(64)}.example`, `${'a.'.repeat(127)}example`, '工厂.example'])('is not %j', (text) => {
    expect(() => readWorkDomain(text)).toThrow(expect.objectContaining({ code: 'SSO.DOMAIN', kind: 'invalid' }));
  });

  it.each(['qq.com', ' GMAIL.com', 'vip.163.com', 'anything.outlook.com'])('is not %j, where everybody has addresses', (text) => {
    expect(() => readWorkDomain(text)).toThrow(expect.objectContaining({ code: 'SSO.PUBLIC_DOMAIN', kind: 'invalid' }));
  });

  it.each(['163.com.cn', 'notqq.com', 'me.com.factory.cn'])('is %j, which only looks like one', (text) => {
    expect(readWorkDomain(text)).toBe(text);
  });

  it('is what follows the last at sign', () => {
    expect([domainOfEmail('A@Factory.Example'), domainOfEmail('"a@b"@c.example')]).toEqual(['factory.example', 'c.example']);
  });
});
