import { describe, expect, it } from '@jest/globals';
import { invalid, notFound, type AppError } from '@tenon/kernel';
import { GatewayMessages, type GatewayMessagesParts, type SpeakingGateway } from './gateway-messages.js';

const device = { tenantId: 't', deviceId: 'gateway' };

/** A gateway, what it is charged and told, and who is connected behind it. */
function speaking() {
  const heard: unknown[] = [];
  const gateway: SpeakingGateway = {
    device,
    lines: { size: 0, connect: ({ deviceId }) => heard.push(['connect', deviceId]), disconnect: ({ deviceId }) => heard.push(['disconnect', deviceId]) },
    connection: { room: 1, listensTo: () => true, publish: () => true },
    charge: (readings) => heard.push(['charge', readings]),
    slowDown: (isSlow) => heard.push(['slow', isSlow]),
  };
  return { gateway, heard };
}

/** Answers each reading with the faults in order, and with none once they are used up. */
function messages(faults: AppError[], more: Partial<GatewayMessagesParts['children']> = {}): GatewayMessages {
  const child = (name: string) => ({ tenantId: 't', deviceId: name });
  return new GatewayMessages({
    children: { known: (_gateway, name) => child(name), of: (_gateway, name) => Promise.resolve(child(name)), waitingOf: () => 0, forget: () => undefined, ...more },
    inbox: {
      putText: (_message, done) => {
        done(faults.shift() ?? null);
        return 3;
      },
    },
    talk: { state: () => Promise.resolve({}), answer: () => Promise.resolve(), claim: () => Promise.resolve() },
    refusals: { record: () => undefined },
  });
}

function told(of: GatewayMessages, gateway: SpeakingGateway): Promise<AppError | null> {
  return new Promise((done) => of.hear(gateway, { kind: 'gateway', verb: 'telemetry' }, '{"Press":[{"t":1}]}', done));
}

describe('what a gateway says of its machines', () => {
  it('counts against its own rate, reading by reading', async () => {
    const { gateway, heard } = speaking();
    expect(await told(messages([]), gateway)).toBeNull();
    expect(heard).toEqual([['connect', 'Press'], ['charge', 3]]);
  });

  it('of a machine that was removed is put to the one that has its name now, and the former is gone', async () => {
    const { gateway, heard } = speaking();
    expect(await told(messages([notFound('DEVICE.NOT_FOUND', 'It was removed.')]), gateway)).toBeNull();
    expect(heard).toContainEqual(['disconnect', 'Press']);
  });

  it('of a machine that is removed again and again sends the message back, not the gateway away; another fault stays what it is', async () => {
    const gone = (): AppError => notFound('DEVICE.NOT_FOUND', 'It was removed.');
    expect(await told(messages([gone(), gone()]), speaking().gateway)).toMatchObject({ kind: 'unavailable', code: 'CHILD.NOT_YET' });
    expect(await told(messages([notFound('SERIES.NOT_FOUND', 'None.')]), speaking().gateway)).toBeNull();
    expect(await told(messages([invalid('TELEMETRY.EMPTY', 'Nothing.')]), speaking().gateway)).toMatchObject({ kind: 'invalid', code: 'TELEMETRY.EMPTY' });
  });

  it('of many new machines is read more slowly until they are there', async () => {
    const { gateway, heard } = speaking();
    const waiting = [100, 99];
    expect(await told(messages([], { known: () => undefined, waitingOf: () => waiting.shift() ?? 0 }), gateway)).toBeNull();
    expect(heard.filter((line) => Array.isArray(line) && line[0] === 'slow')).toEqual([['slow', true], ['slow', false]]);
  });
});
