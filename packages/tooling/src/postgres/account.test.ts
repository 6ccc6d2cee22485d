import { describe, expect, it } from '@jest/globals';
import { findInPasswd } from './account.mjs';

const PASSWD = 'root:x:0:0:root:/root:/bin/bash\npostgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash\nodd:x::1::/:\n';

describe('accounts of the system', () => {
  it('are found by name', () => expect(findInPasswd(PASSWD, 'postgres')).toEqual({ name: 'postgres', uid: 101, gid: 104 }));
  it('are never root, and never half a line', () => {
    expect(findInPasswd(PASSWD, 'root')).toBeNull();
    expect(findInPasswd(PASSWD, 'odd')).toBeNull();
    expect(findInPasswd(PASSWD, 'post')).toBeNull();
  });
});
