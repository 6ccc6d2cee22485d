import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** An SMTP server of a test's own. */
export interface TestMailServer {
  /** Its address, with the only login it takes. */
  readonly url: string;
  /** Every message it took, as it came. */
  readonly mails: readonly { readonly from: string; readonly to: readonly string[]; readonly text: string }[];
  /** Lets it refuse the next messages, for a while (451). */
  refuseNext(count: number): void;
  close(): Promise<void>;
}

const LOGIN = { user: 'tenon', password: 'p@ss' };

/** Starts a real SMTP server on a free port. */
export async function testMailServer(): Promise<TestMailServer> {
  const mails: { from: string; to: string[]; text: string }[] = [];
  let refusals = 0;
  const take = async (stream: NodeJS.ReadableStream, envelope: { from: string; to: string[] }): Promise<void> => {
    const content = await text(stream);
    if (refusals-- > 0) throw Object.assign(new Error('Try again later'), { responseCode: 451 });
    mails.push({ ...envelope, text: content });
  };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => (username === LOGIN.user && password === LOGIN.password ? done(null, { user: username }) : done(new Error('Unknown login'))),
    onData: (stream, { envelope }, done) => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      take(stream, { from, to: envelope.rcptTo.map(({ address }) => address) }).then(() => done(), done);
    },
  });
  server.on('error', () => undefined);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${LOGIN.user}:${encodeURIComponent(LOGIN.password)}@127.0.0.1:${port}`,
    mails,
    refuseNext: (count) => void (refusals = count),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
