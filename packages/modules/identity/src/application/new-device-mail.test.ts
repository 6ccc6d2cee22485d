import { describe, expect, it } from '@jest/globals';
import { newDeviceMail } from './new-device-mail.js';

const mail = newDeviceMail({ email: 'a@example.com', device: { browser: 'Chrome', system: 'other' }, address: '203.0.113.7', at: new Date('2026-11-25T18:05:59Z'), link: 'https://tenon.example/settings/security' });

describe('the mail about a new device', () => {
  it('tells when, by what and from where, in both languages', () => {
    for (const line of ['时间：2026-11-26 02:05（北京时间）', '设备：Chrome, 未知', 'Time: 2026-11-25 18:05 UTC', 'Device: Chrome, unknown', 'Address: 203.0.113.7', 'https://tenon.example/settings/security']) expect(mail.text).toContain(line);
    expect(mail).toMatchObject({ to: 'a@example.com', subject: '新设备登录 · A new device signed in' });
  });
});
