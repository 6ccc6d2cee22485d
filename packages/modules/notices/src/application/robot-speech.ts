import { Injectable } from '@nestjs/common';
import { AppError } from '@tenon/kernel';
import type { RobotRow } from '../persistence/robot.repository.js';
import { RobotPost } from '../robots/robot-post.js';
import { NoticeLinks, robotText } from './notice-words.js';

/** What robots are given to say, and whether they took it. */
@Injectable()
export class RobotSpeech {
  constructor(
    private readonly post: RobotPost,
    private readonly links: NoticeLinks,
  ) {}

  words(notice: { kind: string; facts: Readonly<Record<string, string>> }, { language }: RobotRow): string | null {
    return robotText(notice, language, this.links);
  }

  /** Null when the robot took it. */
  async faultOf(robot: RobotRow, text: string): Promise<string | null> {
    try {
      const answer = await this.post.say(robot, text);
      return answer.isTaken ? null : `${answer.status} ${answer.text}`;
    } catch (error) {
      if (error instanceof AppError && /^(OUTGOING|VAULT)\./.test(error.code)) return error.code;
      throw error;
    }
  }
}
