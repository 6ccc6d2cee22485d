// @ts-check

/** What `npm run signing-key -- --help` prints. */
export const HELP = `Changes the key with which the platform signs what it hands out: exports of companies, and certificates of erasure.

  npm run signing-key -- list
  npm run signing-key -- new
  npm run signing-key -- retire <id>
  npm run signing-key -- retire <id> --compromised [--since <time>]

  list             the keys, the newest first; one is in use
  new              makes the next key and retires the one in use: from now on the next one signs, what the other signed stays good
  retire <id>      retires a key by its id, or the first eight digits of it and more; where it was in use, the next one is made
  --compromised    somebody else may have had it: what says to be signed from that moment on is no longer believed
  --since <time>   that moment, such as 2026-11-26T08:00:00Z; without it, now
  --help           this text

All keys stay at /.well-known/tenon-keys.json, with since when each is retired or compromised. Whoever has a file checks it by

  npm run verify-bundle -- <file.tar.gz> --keys tenon-keys.json

It works on the platform of the data folder (TENON_DATA_DIR, .data), running or stopped, or on the database that DATABASE_URL
names. Running processes need no restart.
`;
