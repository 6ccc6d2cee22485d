import { describe, expect, it } from '@jest/globals';
import { passwordWeakness } from '@tenon/domain/identity';
import { newPassword, readAppointment } from './appointment.js';

describe('readAppointment', () => {
  it('appoints root where no role is named', () => {
    expect(readAppointment(['--email', 'a@x.example'])).toEqual({ email: 'a@x.example', name: 'a@x.example', role: 'root', isPasswordGiven: false });
    expect(readAppointment(['--email', 'a@x.example', '--name', '王工', '--role', 'review', '--password-stdin'])).toEqual({ email: 'a@x.example', name: '王工', role: 'review', isPasswordGiven: true });
  });

  it.each([
    [[], 'STAFF.ARGUMENTS'],
    [['--email', 'a@x.example', '--role', 'owner'], 'STAFF.ROLE'],
    [['--email', 'a@x.example', '--role', 'toString'], 'STAFF.ROLE'],
    [['--mail', 'a@x.example'], 'STAFF.ARGUMENTS'],
    [['--email', 'a@x.example', '--password', 'on the command line'], 'STAFF.ARGUMENTS'],
  ])('refuses %j', (args, code) => {
    expect(() => readAppointment(args)).toThrow(expect.objectContaining({ code }));
  });
});

describe('newPassword', () => {
  it('is another one each time, and good enough', () => {
    const [one, other] = [newPassword(), newPassword()];
    expect(one).not.toBe(other);
    expect(passwordWeakness(one, 'a@x.example')).toBeNull();
  });
});
