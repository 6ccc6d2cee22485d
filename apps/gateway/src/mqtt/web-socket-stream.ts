import { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';

const UNSUPPORTED_DATA = 1003;

/**
 * The binary frames of a WebSocket as one stream of bytes, wherever their bounds are. `createWebSocketStream` of ws takes frames of text for
 * bytes as well; MQTT has them end the connection before anything in them counts.
 * @see MQTT 5.0, MQTT-6.0.0-1 and MQTT-6.0.0-2
 */
export class WebSocketStream extends Duplex {
  constructor(
    private readonly socket: WebSocket,
    /** The network address at the other end. */
    readonly remoteAddress: string | undefined,
  ) {
    super();
    socket.on('message', (data, isBinary) => this.onFrame(data, isBinary));
    socket.on('error', () => this.destroy());
    socket.on('close', () => this.destroy());
  }

  override _read(): void {
    this.socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.socket.send(chunk, { binary: true }, done);
  }

  override _final(done: () => void): void {
    this.socket.close();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.socket.terminate();
    done(error);
  }

  private onFrame(data: RawData, isBinary: boolean): void {
    if (this.destroyed) return;
    if (!isBinary) {
      this.socket.close(UNSUPPORTED_DATA);
      this.destroy();
      return;
    }
    if (!this.push(data)) this.socket.pause();
  }
}
