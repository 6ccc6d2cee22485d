import { Inject, Injectable } from '@nestjs/common';
import { unauthenticated } from '@tenon/kernel';
import type { Auth } from './auth.js';
import { AUTH } from './tokens.js';

/** People's passwords, as better-auth keeps them. */
@Injectable()
export class PersonPassword {
  constructor(@Inject(AUTH) private readonly auth: Auth) {}

  /** Who this is. Somebody unknown takes as long to refuse as somebody known. @throws AppError (unauthenticated) AUTH.WRONG_CREDENTIALS */
  async personOf(email: string, password: string): Promise<{ userId: string }> {
    const { internalAdapter, password: hasher } = await this.auth.$context;
    const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
    const hash = found?.accounts.find(({ providerId }) => providerId === 'credential')?.password;
    const isRight = hash ? await hasher.verify({ hash, password }) : (await hasher.hash(password)) === '';
    if (!found || !isRight) throw unauthenticated('AUTH.WRONG_CREDENTIALS', 'E-mail or password is not right.');
    return { userId: found.user.id };
  }

  /** Keeps another, as better-auth keeps them: by a hash. */
  async set(userId: string, password: string): Promise<void> {
    const { internalAdapter, password: hasher } = await this.auth.$context;
    await internalAdapter.updatePassword(userId, await hasher.hash(password));
  }

  /** @throws AppError (unauthenticated) AUTH.WRONG_PASSWORD */
  async demand(userId: string, password: string): Promise<void> {
    const { internalAdapter, password: hasher } = await this.auth.$context;
    const accounts = await internalAdapter.findAccounts(userId);
    const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password;
    if (!hash || !(await hasher.verify({ hash, password }))) throw unauthenticated('AUTH.WRONG_PASSWORD', 'This is not your password.');
  }
}
