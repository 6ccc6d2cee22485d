import { describe, expect, it } from '@jest/globals';
import { connectMqtt, publish } from './mqtt-client.js';
import { post, type PayloadKind } from './post.js';
import type { TestGateway } from './test-gateway.js';

/** What is sent, and the code of its refusal; null where it is taken. */
export type OddPayload = readonly [what: string, payload: string, code: string | null];

/** Holds a gateway to its answer to each payload, over either door; one that is refused ends nothing. */
export function answersPayloads(test: () => TestGateway, kind: PayloadKind, payloads: readonly OddPayload[]): void {
  const topic = `v1/devices/me/${kind}`;

  describe.each(payloads)('%s', (_what, payload, code) => {
    it('is answered over MQTT by its reason, and the connection goes on', async () => {
      const client = await connectMqtt(test(), await test().machine());
      expect(await publish(client, payload, { topic })).toBe(code === null ? 0 : 0x99);
      expect(await publish(client, '{"after":1}', { topic })).toBe(0);
      await client.endAsync();
    });

    it('is answered over HTTP by its code', async () => {
      expect(await post(test(), await test().machine(), kind, payload)).toEqual(code === null ? { status: 200, code: undefined } : { status: 400, code });
    });
  });
}
