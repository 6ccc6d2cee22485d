import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that can be cut, as when the server goes away. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private target: { host: string; port: number } | null = null;
  private readonly server = createServer((socket) => this.pass(socket));

  /** Listens. @returns the port */
  async open(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  /** Lets connections through from now on. */
  lead(host: string, port: number): void {
    this.target = { host, port };
  }

  /** Breaks every connection, and those to come as they come. */
  cut(): void {
    this.target = null;
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private pass(socket: Socket): void {
    if (!this.target) {
      socket.resetAndDestroy();
      return;
    }
    const onward = connect(this.target);
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
