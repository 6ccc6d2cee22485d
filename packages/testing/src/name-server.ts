import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** A name server that knows TXT records alone, over UDP as RFC 1035 has it. */
export interface NameServer {
  /** `address:port` */
  readonly address: string;
  /** What each name holds; a name that is not here does not exist. */
  readonly records: Map<string, string>;
  /** From now on it answers nobody. */
  close(): Promise<void>;
}

const HEADER = 12;
const TXT = 16;
const NOT_THERE = 3;

/** The name that is asked for, and where the question ends. */
function question(message: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = HEADER;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('ascii', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 + 4 };
}

function answerTo(message: Buffer, records: ReadonlyMap<string, string>): Buffer {
  const { name, end } = question(message);
  const text = records.get(name);
  const header = Buffer.alloc(HEADER);
  message.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 | (text === undefined ? NOT_THERE : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(text === undefined ? 0 : 1, 6);
  const asked = message.subarray(HEADER, end);
  if (text === undefined) return Buffer.concat([header, asked]);
  const record = Buffer.alloc(13 + text.length);
  // A pointer to the name in the question, the type, the class IN, a minute to live, and the length of what follows.
  record.writeUInt16BE(0xc00c, 0);
  record.writeUInt16BE(TXT, 2);
  record.writeUInt16BE(1, 4);
  record.writeUInt32BE(60, 6);
  record.writeUInt16BE(1 + text.length, 10);
  record.writeUInt8(text.length, 12);
  record.write(text, 13, 'ascii');
  return Buffer.concat([header, asked, record]);
}

/** Starts one. @param port a free one, where none is named */
export async function nameServer(port = 0): Promise<NameServer> {
  const records = new Map<string, string>();
  const socket: Socket = createSocket('udp4');
  socket.on('message', (message, { port: theirs, address }) => socket.send(answerTo(message, records), theirs, address));
  socket.bind(port, '127.0.0.1');
  // A port that somebody has fails here, rather than never.
  await once(socket, 'listening');
  return { address: `127.0.0.1:${socket.address().port}`, records, close: () => new Promise((resolve) => socket.close(resolve)) };
}
