import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import type { StaffRole } from '@tenon/domain/identity';
import type { Auth } from '../sign-in/auth.js';
import { AUTH } from '../sign-in/tokens.js';
import { readEmail, readNewPassword } from '../sign-in/credentials.js';
import { putStaff } from '../persistence/membership.repository.js';

/**
 * Makes somebody staff of the platform, creating the person if the e-mail is new. Run from a command on the server, never
 * from the net. Repeating it changes the role and leaves the password.
 */
@Injectable()
export class AppointStaff {
  constructor(
    private readonly db: SystemDb,
    @Inject(AUTH) private readonly auth: Auth,
  ) {}

  async execute(input: { email: string; password: string; name: string; role: StaffRole }): Promise<{ isNew: boolean }> {
    const email = readEmail(input.email);
    const context = await this.auth.$context;
    const known = await context.internalAdapter.findUserByEmail(email);
    const id = known?.user.id ?? (await this.create(email, input));
    await this.db.run('staff: appoint', (tx) => putStaff(tx, id, input.role));
    return { isNew: !known };
  }

  private async create(email: string, input: { password: string; name: string }): Promise<string> {
    const body = { email, name: input.name, password: readNewPassword(input.password, email) };
    const { user } = await this.auth.api.signUpEmail({ body });
    return user.id;
  }
}
