import { STAFF_ROLE_PERMISSIONS, type StaffRole } from '@tenon/domain/identity';
import { invalid } from '@tenon/kernel';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';

export const USAGE = '--email <address> [--name <name>] [--role root|review|support] [--password-stdin]';

/** What the command was asked for. */
export interface AppointmentRequest {
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  /** Whether the password comes by standard input; otherwise one is made. */
  readonly isPasswordGiven: boolean;
}

function isRole(text: string): text is StaffRole {
  return Object.hasOwn(STAFF_ROLE_PERMISSIONS, text);
}

function parse(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ args: [...args], options: { email: text, name: text, role: { ...text, default: 'root' }, 'password-stdin': { type: 'boolean', default: false } } }).values;
  } catch (error) {
    throw invalid('STAFF.ARGUMENTS', `${error instanceof Error ? error.message : String(error)}\nUsage: ${USAGE}`);
  }
}

/** Reads the command's arguments. @throws AppError (invalid) STAFF.ARGUMENTS, STAFF.ROLE */
export function readAppointment(args: readonly string[]): AppointmentRequest {
  const { email, name, role, 'password-stdin': isPasswordGiven } = parse(args);
  if (!email) throw invalid('STAFF.ARGUMENTS', `Whom? Usage: ${USAGE}`);
  if (!isRole(role)) throw invalid('STAFF.ROLE', `There is no role ${role}: it is root, review or support.`);
  return { email, name: name?.trim().slice(0, 80) || email, role, isPasswordGiven };
}

/** A password nobody chose, of 120 random bits. */
export function newPassword(): string {
  return randomBytes(15).toString('base64url');
}
