import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What PostgreSQL answers whoever connects while it recovers. @see https://www.postgresql.org/docs/current/protocol-message-formats.html ErrorResponse */
const RECOVERING = errorResponse({ S: 'FATAL', V: 'FATAL', C: '57P03', M: 'the database system is starting up' });

/** A way to a PostgreSQL that can be cut, as when the server goes away, and on which it can be found recovering. */
export class DatabaseWay {
  private readonly sockets = new Set<Socket>();
  private state: 'open' | 'cut' | 'recovering' = 'open';
  private onTurnedAway: () => void = () => undefined;
  private readonly server = createServer((socket) => this.pass(socket));

  private constructor(private readonly address: URL) {}

  /** Opens a way to the database at this address. */
  static async to(databaseUrl: string): Promise<DatabaseWay> {
    const way = new DatabaseWay(new URL(databaseUrl));
    await new Promise<void>((resolve) => way.server.listen(0, '127.0.0.1', resolve));
    return way;
  }

  /** The database's address along this way. */
  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return Object.assign(new URL(this.address), { hostname: '127.0.0.1', port }).toString();
  }

  /** Lets connections through from now on. */
  lead(): void {
    this.state = 'open';
  }

  /** Breaks every connection, and those to come as they come. */
  cut(): void {
    this.state = 'cut';
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  /** Turns everybody away from now on as a database that recovers does. Resolves when the first who came was. */
  recover(): Promise<void> {
    this.cut();
    this.state = 'recovering';
    return new Promise((resolve) => (this.onTurnedAway = resolve));
  }

  /** Lets nobody else in; whoever is in may stay. */
  shut(): void {
    this.server.close();
  }

  close(): void {
    this.cut();
    this.shut();
  }

  private pass(socket: Socket): void {
    if (this.state === 'open') this.leadThrough(socket);
    else if (this.state === 'cut') socket.resetAndDestroy();
    else socket.on('error', () => undefined).once('data', () => socket.end(RECOVERING, () => this.onTurnedAway()));
  }

  private leadThrough(socket: Socket): void {
    const onward = connect({ host: this.address.hostname, port: Number(this.address.port) });
    for (const [from, to] of [[socket, onward], [onward, socket]] as const) {
      this.sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
    }
  }
}

function errorResponse(fields: Readonly<Record<string, string>>): Buffer {
  const text = Buffer.from(`${Object.entries(fields).map(([type, value]) => `${type}${value}\0`).join('')}\0`);
  const head = Buffer.alloc(5, 'E');
  head.writeInt32BE(text.length + 4, 1);
  return Buffer.concat([head, text]);
}
