// @ts-check
import mqtt from 'mqtt';
import { Problem } from '../cli/problem.mjs';
import { fatalReason, isLater, reasonWords } from './reason-codes.mjs';

/**
 * A machine's connection to the gateway.
 * @typedef {object} Publisher
 * @property {(payload: string) => Promise<import('./sender.mjs').Outcome>} publish
 * @property {number} maxUnanswered Messages that the gateway lets wait for their answer at once.
 * @property {number} maxBytes Of a packet.
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Gateway
 * @property {string} host
 * @property {number} port
 * @property {string} token
 * @property {4 | 5} protocol
 */

/** The gateway takes messages on this topic whatever their age; a machine's usual topic is held to the clock. */
const HISTORY_TOPIC = 'v1/devices/me/telemetry/history';
const CONNECT_TIMEOUT_MS = 10_000;
const RECONNECT_EVERY_MS = 1_000;
/** Long enough for a gateway that is started again, short enough for somebody who waits. */
const LONGEST_ABSENCE_MS = 60_000;
const NO_SUBSCRIBER = 0x10;

/** A payload is a little smaller than its packet: header, topic, packet id, properties. */
const PACKET_ROOM = 128;

/**
 * Connects as a machine, and stays so: what was not acknowledged when a connection broke is sent again on the next.
 * @param {Gateway} gateway
 * @param {{ onAway: (why: string) => void, onBack: () => void }} notices
 * @returns {Promise<Publisher>}
 * @throws {Problem} nothing answers, or the token does not let in
 */
export async function connectPublisher(gateway, notices) {
  const { host, port, token, protocol } = gateway;
  const address = `${host}:${port}`;
  const client = mqtt.connect({ host, port, username: token, protocolVersion: protocol, clean: true, connectTimeout: CONNECT_TIMEOUT_MS, reconnectPeriod: RECONNECT_EVERY_MS, keepalive: 30 });
  const connack = await firstConnack(client, address);
  const failed = failureOf(client, address, notices);
  return {
    maxUnanswered: connack.properties?.receiveMaximum ?? 65_535,
    maxBytes: (connack.properties?.maximumPacketSize ?? 262_144) - PACKET_ROOM,
    publish: (payload) => Promise.race([failed, publish(client, payload)]),
    close: () => client.endAsync(true),
  };
}

/**
 * @param {mqtt.MqttClient} client
 * @param {string} address
 * @returns {Promise<mqtt.IConnackPacket>}
 */
function firstConnack(client, address) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {Error} */ error) => {
      client.end(true);
      reject(new Problem(cannotConnect(address, error), { cause: error }));
    };
    client.once('connect', (packet) => {
      client.removeListener('error', fail);
      client.removeListener('close', onClose);
      resolve(packet);
    });
    // A server that hangs up without a word is no MQTT server.
    const onClose = () => fail(new Error('it closed the connection'));
    client.once('error', fail);
    client.once('close', onClose);
  });
}

/**
 * @param {string} address
 * @param {Error & { code?: string | number }} error
 */
function cannotConnect(address, { code, message }) {
  if (typeof code === 'number') return `The gateway at ${address} does not let this machine in: ${reasonWords(code)}.`;
  const why = message || String(code ?? '');
  return `No MQTT gateway answers at ${address} (${why}). Is the platform running? Say where it is with --host and --port.`;
}

/**
 * Rejects when there is no going on: the gateway stays away, the token is revoked, or it is no gateway at all.
 * @param {mqtt.MqttClient} client
 * @param {string} address
 * @param {{ onAway: (why: string) => void, onBack: () => void }} notices
 * @returns {Promise<never>}
 */
function failureOf(client, address, { onAway, onBack }) {
  /** @type {NodeJS.Timeout | undefined} */
  let absence;
  /** @type {Promise<never>} */
  const failed = new Promise((_resolve, reject) => {
    const fail = (/** @type {string} */ words) => reject(new Problem(words));
    client.on('close', () => {
      if (client.disconnecting || absence) return;
      onAway(`The connection to ${address} broke; trying again …`);
      absence = setTimeout(() => fail(`The gateway at ${address} stayed away for ${LONGEST_ABSENCE_MS / 1_000} s.`), LONGEST_ABSENCE_MS);
    });
    client.on('connect', () => {
      if (absence) onBack();
      clearTimeout(absence);
      absence = undefined;
    });
    client.on('error', (/** @type {Error & { code?: string | number }} */ error) => {
      if (typeof error.code === 'number' && fatalReason(error.code)) fail(cannotConnect(address, error));
    });
    client.on('packetreceive', (packet) => {
      if (packet.cmd === 'puback' && packet.reasonCode === NO_SUBSCRIBER) fail(`What answers at ${address} takes messages, but nobody reads them there: it is another MQTT broker, not this platform's gateway. Its port is shown when the platform starts.`);
    });
  });
  failed.catch(() => clearTimeout(absence));
  return failed;
}

/**
 * @param {mqtt.MqttClient} client
 * @param {string} payload
 * @returns {Promise<import('./sender.mjs').Outcome>}
 */
function publish(client, payload) {
  return new Promise((resolve, reject) => {
    client.publish(HISTORY_TOPIC, payload, { qos: 1 }, (error, packet) => {
      if (!error) return resolve({ kind: 'stored' });
      if (!('code' in error) || typeof error.code !== 'number') return reject(error);
      if (isLater(error.code)) return resolve({ kind: 'later' });
      const said = packet && 'properties' in packet ? /** @type {{ reasonString?: string } | undefined} */ (packet.properties)?.reasonString : undefined;
      resolve({ kind: 'refused', reason: said ? `${said} (${reasonWords(error.code)})` : reasonWords(error.code) });
    });
  });
}
