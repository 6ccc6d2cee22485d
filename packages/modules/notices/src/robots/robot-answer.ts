import type { OutgoingAnswer } from '@tenon/runtime';
import { z } from 'zod';

/** What a robot said to a message. */
export interface RobotAnswer {
  readonly isTaken: boolean;
  readonly status: number;
  /** As it came, cut short. */
  readonly text: string;
}

/** 企业微信 and 钉钉 say `errcode`, 飞书 `code`, and `StatusCode` before; 0 is yes, with each. */
const verdict = z.union([
  z.object({ errcode: z.number() }).transform(({ errcode }) => errcode),
  z.object({ code: z.number() }).transform(({ code }) => code),
  z.object({ StatusCode: z.number() }).transform(({ StatusCode }) => StatusCode),
]);
const MOST_SHOWN = 300;

/** Whether it took the message: a status alone says little, as they answer 200 to what they refuse. */
export function robotAnswer({ status, text }: OutgoingAnswer): RobotAnswer {
  const said = verdict.safeParse(parsed(text));
  return { isTaken: status >= 200 && status < 300 && said.success && said.data === 0, status, text: [...text.trim()].slice(0, MOST_SHOWN).join('') };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
