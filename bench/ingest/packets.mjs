// @ts-check
/** Packets of MQTT 3.1.1, encoded by hand so that the load costs as little as can be. */

const TOPIC = 'v1/devices/me/telemetry';
const TS_DIGITS = 13;

/** @param {string} text */
function mqttString(text) {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
}

/** @param {number} length */
function remainingLength(length) {
  return length < 128 ? Buffer.from([length]) : Buffer.from([(length & 0x7f) | 0x80, length >> 7]);
}

/**
 * A CONNECT whose user name is the device's token.
 * @param {string} token
 */
export function encodeConnect(token) {
  const body = Buffer.concat([mqttString('MQTT'), Buffer.from([4, 0x82, 0, 0]), mqttString(`load-${token}`), mqttString(token)]);
  return Buffer.concat([Buffer.from([0x10]), remainingLength(body.length), body]);
}

/**
 * A SUBSCRIBE with QoS 1.
 * @param {readonly string[]} filters
 */
export function encodeSubscribe(filters) {
  const body = Buffer.concat([Buffer.from([0, 1]), ...filters.flatMap((filter) => [mqttString(filter), Buffer.from([1])])]);
  return Buffer.concat([Buffer.from([0x82]), remainingLength(body.length), body]);
}

/**
 * A PUBLISH of four numbers with a time; each slot of a window has other numbers, all have the same length.
 * @param {number} slot
 */
export function encodeSlot(slot) {
  const tenth = (slot % 90) + 10;
  const payload = `{"ts":${'0'.repeat(TS_DIGITS)},"values":{"power_kw":1${tenth}.25,"energy_kwh":45${tenth}.5,"oil_temp":5${tenth % 10}.1,"shots":81${tenth}}}`;
  const body = Buffer.concat([mqttString(TOPIC), Buffer.from([0, 0]), Buffer.from(payload)]);
  return Buffer.concat([Buffer.from([0x32]), remainingLength(body.length), body]);
}

/**
 * A PUBLISH of telemetry with QoS 1.
 * @param {string} payload
 * @param {number} packetId
 */
export function encodeTelemetry(payload, packetId) {
  const body = Buffer.concat([mqttString(TOPIC), Buffer.from([packetId >> 8, packetId & 0xff]), Buffer.from(payload)]);
  return Buffer.concat([Buffer.from([0x32]), remainingLength(body.length), body]);
}

/**
 * A PUBLISH with QoS 0.
 * @param {string} topic
 * @param {string} payload
 */
export function encodeRequest(topic, payload) {
  const body = Buffer.concat([mqttString(topic), Buffer.from(payload)]);
  return Buffer.concat([Buffer.from([0x30]), remainingLength(body.length), body]);
}

const example = encodeSlot(0);
const idAt = example.indexOf(TOPIC) + TOPIC.length;
const tsAt = idAt + 2 + '{"ts":'.length;

/** Where in a slot the changing parts stand. */
export const SLOT = {
  bytes: example.length,
  /**
   * @param {Buffer} slots
   * @param {number} start
   * @param {number} tsMs
   * @param {number} packetId
   */
  stamp(slots, start, tsMs, packetId) {
    slots[start + idAt] = packetId >> 8;
    slots[start + idAt + 1] = packetId & 0xff;
    let rest = tsMs;
    for (let i = TS_DIGITS - 1; i >= 0; i -= 1) {
      const tens = Math.floor(rest / 10);
      slots[start + tsAt + i] = 48 + (rest - tens * 10);
      rest = tens;
    }
  },
};
