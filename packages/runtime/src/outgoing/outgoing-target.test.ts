import { describe, expect, it } from '@jest/globals';
import { AllowedHosts } from './allowed-hosts.js';
import { outgoingTarget } from './outgoing-target.js';

const NONE = new AllowedHosts([]);
const codeOf = (url: string, allowed = NONE): string => {
  try {
    outgoingTarget(url, allowed);
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('an address to call', () => {
  it.each([
    ['https://oapi.dingtalk.com/robot/send?access_token=a', 'taken'],
    ['  https://open.feishu.cn:443/open-apis/bot/v2/hook/a ', 'taken'],
    ['https://8.8.8.8/', 'taken'],
    ['http://example.com/', 'OUTGOING.HTTPS_ONLY'],
    ['https://example.com:8443/', 'OUTGOING.PORT'],
    ['https://name:word@example.com/', 'OUTGOING.CREDENTIALS'],
    ['https://name@example.com/', 'OUTGOING.CREDENTIALS'],
    ['ftp://example.com/', 'OUTGOING.URL'],
    ['file:///etc/passwd', 'OUTGOING.URL'],
    ['gopher://127.0.0.1:6379/_INFO', 'OUTGOING.URL'],
    ['example.com', 'OUTGOING.URL'],
    ['', 'OUTGOING.URL'],
    [`https://example.com/${'a'.repeat(2_000)}`, 'OUTGOING.URL'],
  ])('%s: %s', (url, outcome) => {
    expect(codeOf(url)).toBe(outcome);
  });

  it.each(['127.0.0.1', '2130706433', '0x7f000001', '0177.0.0.1', '127.1', '０', '[::1]', '[::ffff:127.0.0.1]', '[fe80::1]', '169.254.169.254', '10.0.0.1', '[64:ff9b::a9fe:a9fe]'])('is not https://%s/, however it is written', (host) => {
    expect(codeOf(`https://${host}/`)).toBe('OUTGOING.ADDRESS');
  });
});

describe('what an operator allows', () => {
  const allowed = new AllowedHosts(['robots.Plant.example', '127.0.0.1:8099', '[::1]']);

  it.each([
    ['http://robots.plant.example/', 'taken'],
    ['http://robots.plant.example:81/', 'taken'],
    ['http://127.0.0.1:8099/', 'taken'],
    ['https://[::1]:9/', 'taken'],
    ['http://127.0.0.1:8098/', 'OUTGOING.HTTPS_ONLY'],
    ['https://127.0.0.1/', 'OUTGOING.ADDRESS'],
    ['http://other.plant.example/', 'OUTGOING.HTTPS_ONLY'],
    ['http://robots.plant.example.evil.example/', 'OUTGOING.HTTPS_ONLY'],
    ['http://a:b@127.0.0.1:8099/', 'OUTGOING.CREDENTIALS'],
  ])('%s: %s', (url, outcome) => {
    expect(codeOf(url, allowed)).toBe(outcome);
  });
});
