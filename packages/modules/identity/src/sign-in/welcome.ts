import { Injectable } from '@nestjs/common';
import { AddressProof } from './address-proof.js';
import type { CallerAddress } from './caller-address.js';
import { MeetDevice } from './meet-device.js';
import { PrivacyConsents } from './privacy-consents.js';

/** Somebody who has just signed up. */
export interface Newcomer {
  readonly userId: string;
  readonly email: string;
  /** To which version of the privacy notice they agreed; whatever was sent. */
  readonly privacyVersion: unknown;
  /** Whether the address is known to be theirs already. */
  readonly isAddressSure: boolean;
}

/** What is noted of newcomers, and asked of them. */
@Injectable()
export class Welcome {
  constructor(
    private readonly consents: PrivacyConsents,
    private readonly proof: AddressProof,
    private readonly devices: MeetDevice,
  ) {}

  /** @returns the cookie by which the browser is known again */
  async execute({ userId, email, privacyVersion, isAddressSure }: Newcomer, caller: CallerAddress): Promise<string> {
    await this.consents.note(userId, privacyVersion);
    await (isAddressSure ? this.proof.confirm({ userId, email }) : this.proof.ask({ userId, email }));
    return this.devices.introduce(userId, caller);
  }
}
