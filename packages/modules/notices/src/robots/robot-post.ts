import { Injectable } from '@nestjs/common';
import { OutgoingHttp, Vault, type SecretPlace } from '@tenon/runtime';
import { z } from 'zod';
import { robotAnswer, type RobotAnswer } from './robot-answer.js';
import type { RobotKind } from './robot-kind.js';
import { robotMessage, type RobotAddress } from './robot-message.js';

const address = z.object({ url: z.string(), secret: z.string() });
const placeOf = (id: string): SecretPlace => ({ column: 'public.notice_robot.address_sealed', id });
const TAIL = 4;

/** Keeps robots' addresses sealed, and speaks to them. */
@Injectable()
export class RobotPost {
  constructor(
    private readonly vault: Vault,
    private readonly http: OutgoingHttp,
  ) {}

  /** What is kept of an address. @throws AppError (invalid) OUTGOING.*, as OutgoingHttp.check */
  seal(id: string, { url, secret }: RobotAddress): { addressSealed: string; addressHint: string } {
    const { href, host } = this.http.check(url);
    return { addressSealed: this.vault.seal(placeOf(id), JSON.stringify({ url: href, secret: secret.trim() })), addressHint: `${host} …${href.slice(-TAIL)}` };
  }

  /** Says a text by a robot. @throws AppError OUTGOING.*, as OutgoingHttp.postJson; VAULT.* */
  async say(robot: { id: string; kind: RobotKind; addressSealed: string }, text: string): Promise<RobotAnswer> {
    const opened = address.parse(JSON.parse(this.vault.open(placeOf(robot.id), robot.addressSealed)));
    const message = robotMessage(robot.kind, opened, text, Date.now());
    return robotAnswer(await this.http.postJson(message.url, message.body));
  }
}
