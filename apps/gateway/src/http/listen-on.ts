import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Listens on all interfaces, of IPv6 too where the machine has it. @returns the port */
export async function listenOn(app: FastifyInstance, port: number): Promise<number> {
  try {
    await app.listen({ port, host: '::' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EAFNOSUPPORT' && code !== 'EADDRNOTAVAIL') throw error;
    await app.listen({ port, host: '0.0.0.0' });
  }
  return (app.server.address() as AddressInfo).port;
}
