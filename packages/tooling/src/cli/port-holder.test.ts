import { describe, expect, it } from '@jest/globals';
import { listeningInodes } from './port-holder.mjs';

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:075B 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 41234 1 0000000000000000 100 0 0 10 0
   1: 0100007F:075B 0100007F:A1B2 01 00000000:00000000 00:00000000 00000000  1000        0 41999 1 0000000000000000 20 4 30 10 -1
   2: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 50001 1 0000000000000000 100 0 0 10 0
`;

describe('the kernel’s table of sockets', () => {
  it('tells who listens on a port, and not who is connected through it', () => {
    expect(listeningInodes(TABLE, 1883)).toEqual(['41234']);
    expect(listeningInodes(TABLE, 8080)).toEqual(['50001']);
    expect(listeningInodes(TABLE, 3000)).toEqual([]);
  });
});
