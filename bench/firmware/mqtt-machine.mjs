// @ts-check
import { connect } from 'node:net';
import { encodeConnect, encodeRequest, encodeSubscribe } from '../ingest/packets.mjs';

const [CONNACK, SUBACK, PUBLISH] = [0x20, 0x90, 0x30];
const RESPONSES = 'v2/fw/response/+/chunk/+';

/** A machine that fetches firmware over MQTT 3.1.1 as ThingsBoard's example does, chunk after chunk, with as little of its own as does: it acknowledges each chunk (QoS 1). */
export class MqttMachine {
  /** @param {number} port @param {string} token */
  constructor(port, token) {
    this.port = port;
    this.token = token;
    /** @type {Buffer} */
    this.rest = Buffer.alloc(0);
    /** @type {(packet: Buffer) => void} */
    this.hear = () => undefined;
  }

  /** Comes in and listens. */
  async open() {
    const socket = (this.socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true }));
    const failed = new Promise((_, reject) => socket.once('error', reject).once('close', () => reject(new Error('The gateway closed a connection.'))));
    failed.catch(() => undefined);
    this.failed = failed;
    socket.on('data', (bytes) => this.read(bytes));
    socket.write(encodeConnect(this.token));
    await this.packet(CONNACK);
    socket.write(encodeSubscribe([RESPONSES]));
    await this.packet(SUBACK);
  }

  /** Fetches the file; gives its bytes. @param {number} chunkBytes */
  async fetch(chunkBytes) {
    let bytes = 0;
    for (let chunk = 0; ; chunk += 1) {
      this.socket?.write(encodeRequest(`v2/fw/request/1/chunk/${chunk}`, String(chunkBytes)));
      const packet = await this.packet(PUBLISH);
      const got = this.take(packet);
      bytes += got;
      if (got < chunkBytes) return bytes;
    }
  }

  close() {
    this.socket?.destroy();
  }

  /** Acknowledges a chunk. @param {Buffer} packet @returns how many bytes of the file it brought */
  take(packet) {
    const at = headOf(packet);
    const topicEnd = at + 2 + packet.readUInt16BE(at);
    const qos = ((packet[0] ?? 0) >> 1) & 3;
    if (qos > 0) this.socket?.write(Buffer.from([0x40, 2, packet[topicEnd] ?? 0, packet[topicEnd + 1] ?? 0]));
    return packet.length - topicEnd - (qos > 0 ? 2 : 0);
  }

  /** The next packet of a kind. @param {number} kind @returns {Promise<Buffer>} */
  packet(kind) {
    const come = new Promise((resolve) => (this.hear = (packet) => ((packet[0] ?? 0) & 0xf0) === kind && resolve(packet)));
    return /** @type {Promise<Buffer>} */ (Promise.race([come, /** @type {Promise<never>} */ (this.failed)]));
  }

  /** @param {Buffer} bytes */
  read(bytes) {
    this.rest = this.rest.length > 0 ? Buffer.concat([this.rest, bytes]) : bytes;
    for (;;) {
      const length = lengthOf(this.rest);
      if (length === null || this.rest.length < length) return;
      const packet = this.rest.subarray(0, length);
      this.rest = this.rest.subarray(length);
      this.hear(packet);
    }
  }
}

/** Where what follows the length begins. @param {Buffer} packet */
function headOf(packet) {
  let at = 1;
  while (((packet[at] ?? 0) & 0x80) !== 0) at += 1;
  return at + 1;
}

/** How long the first packet is; null where that is not there yet. @param {Buffer} bytes */
function lengthOf(bytes) {
  let length = 0;
  for (let at = 1; at < 5; at += 1) {
    const digit = bytes[at];
    if (digit === undefined) return null;
    length += (digit & 0x7f) << (7 * (at - 1));
    if ((digit & 0x80) === 0) return at + 1 + length;
  }
  throw new Error('This is no length of MQTT.');
}
