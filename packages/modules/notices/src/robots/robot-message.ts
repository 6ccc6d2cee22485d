import { createHmac } from 'node:crypto';
import { SECOND_MS } from '@tenon/kernel';
import type { RobotKind } from './robot-kind.js';

/** Where a robot is, and by what it knows that it is us; an empty secret where its chat asks for none. */
export interface RobotAddress {
  readonly url: string;
  readonly secret: string;
}

/** A message as its robot takes it. */
export interface RobotMessage {
  readonly url: string;
  readonly body: unknown;
}

const sha256 = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');

/** What a plain text becomes for each chat. */
const MESSAGES: Readonly<Record<RobotKind, (address: RobotAddress, text: string, nowMs: number) => RobotMessage>> = {
  // The key in the address is all there is. https://developer.work.weixin.qq.com/document/path/91770
  wecom: ({ url }, content) => ({ url, body: { msgtype: 'text', text: { content } } }),
  // Signed in the address, by the secret over time in milliseconds and secret. https://open.dingtalk.com/document/robots/customize-robot-security-settings
  dingtalk: ({ url, secret }, content, nowMs) => {
    const signed = new URL(url);
    if (secret) {
      signed.searchParams.set('timestamp', String(nowMs));
      signed.searchParams.set('sign', sha256(secret, `${nowMs}\n${secret}`));
    }
    return { url: signed.href, body: { msgtype: 'text', text: { content } } };
  },
  // Signed in the body: of nothing, by time in seconds and secret as the key. https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
  feishu: ({ url, secret }, text, nowMs) => {
    const timestamp = String(Math.floor(nowMs / SECOND_MS));
    return { url, body: { ...(secret && { timestamp, sign: sha256(`${timestamp}\n${secret}`, '') }), msg_type: 'text', content: { text } } };
  },
};

/** 企业微信 takes texts of 2,048 bytes in UTF-8; the others take more. */
const MOST_BYTES = 2_048;

/** Puts a text into the form of its chat, signed for this instant. */
export function robotMessage(kind: RobotKind, address: RobotAddress, text: string, nowMs: number): RobotMessage {
  return MESSAGES[kind](address, withinBytes(text), nowMs);
}

/** No sign is cut in two. */
function withinBytes(text: string): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(MOST_BYTES));
  return text.slice(0, read);
}
