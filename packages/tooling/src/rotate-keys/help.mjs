// @ts-check

/** What `npm run rotate-keys -- --help` prints. */
export const HELP = `Seals every secret at rest anew, such as those of second factors: each with a new key, under the master key that wraps now.

  npm run rotate-keys

  --help   this text

To change the master key, while the platform runs:

  1. Make one: openssl rand -hex 32
  2. Set TENON_MASTER_KEYS to it, with the keys before behind it and commas between, and start the platform anew. The first
     wraps, all open, and so does the one derived from TENON_SECRET.
  3. npm run rotate-keys, with the same TENON_MASTER_KEYS
  4. Take the keys before out of TENON_MASTER_KEYS, and start the platform anew. TENON_SECRET may be changed now, too; that
     signs everybody out.

It works on the platform of the data folder (TENON_DATA_DIR, .data), running or stopped, or on the database that DATABASE_URL
names. What cannot be opened stays as it was and is named, and it ends with 1; breaking off and repeating harms nothing.
`;
