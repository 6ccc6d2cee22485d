import { describe, expect, it } from '@jest/globals';
import { describeConnectionError } from './connection-errors.mjs';

const server = { host: 'db.example', port: 6543 };
const failure = (code: string | undefined, message: string) => Object.assign(new Error(message), { code });

describe('describeConnectionError', () => {
  it.each([
    ['28P01', 'P1000'],
    ['3D000', 'P1003'],
    ['42P04', 'P1009'],
    ['28000', 'P1010'],
    ['ECONNRESET', 'P1017'],
    ['53300', 'P2037'],
  ])('%s is %s, with the driver’s own words', (code, prismaCode) => {
    expect(describeConnectionError(failure(code, 'words'), server)).toEqual({ code: prismaCode, message: 'words' });
  });

  it('names the server that cannot be reached, also where the driver says nothing', () => {
    const error = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });
    expect(describeConnectionError(error, server)).toEqual({
      code: 'P1001',
      message: "Can't reach database server at `db.example:6543` (ECONNREFUSED). Is it running?",
    });
  });

  it.each([
    ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', "Hostname/IP does not match certificate's altnames"],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate'],
    [undefined, 'The server does not support SSL connections'],
  ])('%s is a TLS failure', (code, message) => {
    expect(describeConnectionError(failure(code, message), server)).toEqual({ code: 'P1011', message: `Error opening a TLS connection: ${message}` });
  });

  it.each([
    ['timeout expired', 'P1002'],
    ['Connection terminated unexpectedly', 'P1017'],
  ])('knows "%s", which comes without a code', (message, prismaCode) => {
    expect(describeConnectionError(failure(undefined, message), server).code).toBe(prismaCode);
  });

  it.each([['odd', 'odd'], [failure('57P03', 'the database system is starting up'), 'the database system is starting up']])(
    'gives no code of its own to what it does not know',
    (error, message) => {
      expect(describeConnectionError(error, server)).toEqual({ code: undefined, message });
    },
  );
});
