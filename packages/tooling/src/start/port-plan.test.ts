import { describe, expect, it } from '@jest/globals';
import { planPorts } from './port-plan.mjs';

/** A machine on which these ports have a holder. */
function machine(taken: Record<number, string>, forbiddenBelow = 0) {
  return {
    stateOf: (port: number) => Promise.resolve(port < forbiddenBelow ? ('forbidden' as const) : port in taken ? ('taken' as const) : ('free' as const)),
    holderOf: (port: number) => taken[port] ?? null,
    anyFree: () => Promise.resolve(50_123),
  };
}

describe('port plan', () => {
  it('takes the defaults on a free machine', async () => {
    const { ports, notes } = await planPorts({}, machine({}));
    expect(ports).toEqual({ PORTAL_PORT: 3000, API_PORT: 4000, MQTT_PORT: 1883, DEVICE_HTTP_PORT: 8080, WORKER_PORT: 4100 });
    expect(notes).toEqual([]);
  });

  it('moves a default that is taken to the next free one, and says so', async () => {
    const { ports, notes } = await planPorts({}, machine({ 1883: 'mosquitto (process 812)', 1884: '' }));
    expect(ports.MQTT_PORT).toBe(1885);
    expect(notes).toEqual([expect.stringMatching(/1883 is taken by mosquitto \(process 812\).*1885.*MQTT_PORT/)]);
  });

  it('refuses a taken port that was set, naming port, holder and variable, all at once', async () => {
    const plan = planPorts({ PORTAL_PORT: 3000, API_PORT: 4000 }, machine({ 3000: 'nginx (process 7)', 4000: '' }));
    await expect(plan).rejects.toThrow(/Port 3000, set by PORTAL_PORT.*nginx \(process 7\).*Port 4000, set by API_PORT/s);
  });

  it('says when a port is not for this user', async () => {
    await expect(planPorts({ PORTAL_PORT: 80 }, machine({}, 1024))).rejects.toThrow(/may not listen on port 80 \(PORTAL_PORT\)/);
  });

  it('keeps a default off a port that was set for another part', async () => {
    const { ports } = await planPorts({ API_PORT: 3000 }, machine({}));
    expect(ports).toMatchObject({ API_PORT: 3000, PORTAL_PORT: 3001 });
  });

  it('takes any free port for 0', async () => {
    expect((await planPorts({ PORTAL_PORT: 0 }, machine({}))).ports.PORTAL_PORT).toBe(50_123);
  });

  it('gives up on a machine without free ports', async () => {
    const full = { ...machine({}), stateOf: () => Promise.resolve('taken' as const) };
    await expect(planPorts({}, full)).rejects.toThrow(/No port from 3000/);
  });
});
