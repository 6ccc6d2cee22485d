import { describe, expect, it } from '@jest/globals';
import { robotAnswer } from './robot-answer.js';
import { robotMessage } from './robot-message.js';

const AT_MS = Date.parse('2026-03-01T08:00:00.500Z');

describe('what a robot is sent', () => {
  it('is a plain text for 企业微信, whose key stands in the address', () => {
    const url = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a';
    expect(robotMessage('wecom', { url, secret: 'not used' }, '停机', AT_MS)).toEqual({ url, body: { msgtype: 'text', text: { content: '停机' } } });
  });

  it('is signed in the address for 钉钉: HMAC-SHA256 by the secret, of milliseconds, a line break and the secret', () => {
    const { url, body } = robotMessage('dingtalk', { url: 'https://oapi.dingtalk.com/robot/send?access_token=a', secret: 'SECthis is secret' }, '停机', AT_MS);
    const asked = new URL(url).searchParams;
    // printf '1772352000500\nSECthis is secret' | openssl dgst -sha256 -hmac 'SECthis is secret' -binary | base64
    expect([asked.get('access_token'), asked.get('timestamp'), asked.get('sign')]).toEqual(['a', '1772352000500', 'KRYiV8gUeng1b0bfNc4pezq/eStUnS5CIKrjgL1f+44=']);
    expect(url).not.toMatch(/sign=[^&]*[+/]/);
    expect(body).toEqual({ msgtype: 'text', text: { content: '停机' } });
  });

  it('is signed in the body for 飞书: HMAC-SHA256 of nothing, by seconds, a line break and the secret', () => {
    const url = 'https://open.feishu.cn/open-apis/bot/v2/hook/a';
    // printf '' | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$(printf '1772352000\nthis is secret' | xxd -p)" -binary | base64
    expect(robotMessage('feishu', { url, secret: 'this is secret' }, '停机', AT_MS)).toEqual({
      url,
      body: { timestamp: '1772352000', sign: 'XFqT/Y4cyIHiPCkfGkSwKdUerEhMqX0MNqQlYrRIljo=', msg_type: 'text', content: { text: '停机' } },
    });
  });

  it('carries no signature without a secret, and leaves the address as it is', () => {
    const url = 'https://oapi.dingtalk.com/robot/send?access_token=a';
    expect(robotMessage('dingtalk', { url, secret: '' }, 'a', AT_MS).url).toBe(url);
    expect(robotMessage('feishu', { url, secret: '' }, 'a', AT_MS).body).toEqual({ msg_type: 'text', content: { text: 'a' } });
  });

  it('is no longer than its chat takes, with no sign cut in two', () => {
    const { body } = robotMessage('wecom', { url: 'https://a.example/', secret: '' }, `a${'停😀'.repeat(1_000)}`, AT_MS) as { body: { text: { content: string } } };
    const bytes = Buffer.byteLength(body.text.content);
    expect(bytes).toBeLessThanOrEqual(2_048);
    expect(bytes).toBeGreaterThan(2_044);
    expect(Buffer.from(body.text.content).toString()).toBe(body.text.content);
  });
});

describe('what a robot says', () => {
  it.each([
    [200, '{"errcode":0,"errmsg":"ok"}', true],
    [200, '{"StatusCode":0,"StatusMessage":"success","code":0,"data":{},"msg":"success"}', true],
    [200, '{"StatusCode":0,"StatusMessage":"success"}', true],
    [200, '{"errcode":310000,"errmsg":"sign not match"}', false],
    [200, '{"code":19021,"msg":"sign match fail or timestamp is not within one hour from current time"}', false],
    [500, '{"errcode":0}', false],
    [200, '<html>welcome</html>', false],
    [200, '', false],
    [404, 'not found', false],
  ])('%i %s: taken %s', (status, text, isTaken) => {
    expect(robotAnswer({ status, text })).toEqual({ isTaken, status, text });
  });

  it('is shown cut short', () => {
    expect(robotAnswer({ status: 200, text: `${'字'.repeat(400)}\n` }).text).toHaveLength(300);
  });
});
