import type { Socket } from 'node:net';
import type { Newcomer, Newcomers } from './newcomers.js';

const nameOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`;

/** Connections whose handshake of TLS is not done: they count among the newcomers of their address, as a handshake costs us more than them. */
export class Handshakes {
  private readonly open = new Map<string, { readonly newcomer: Newcomer; readonly socket: Socket }>();

  constructor(private readonly newcomers: Newcomers) {}

  get size(): number {
    return this.open.size;
  }

  begin(socket: Socket): void {
    const [name, newcomer] = [nameOf(socket), { address: socket.remoteAddress ?? '' }];
    this.open.set(name, { newcomer, socket });
    this.newcomers.add(newcomer);
    socket.once('close', () => this.leave(name));
  }

  /** @param socket the encrypted one, whose ends are those of the plain one below it */
  end(socket: Socket): void {
    this.leave(nameOf(socket));
  }

  /** Nobody waits for them any more. */
  breakOff(): void {
    for (const { socket } of this.open.values()) socket.destroy();
  }

  private leave(name: string): void {
    const known = this.open.get(name);
    if (!known) return;
    this.open.delete(name);
    this.newcomers.remove(known.newcomer);
  }
}
