// @ts-check

/** What `npm run verify-audit -- --help` prints. */
export const HELP = `Says whether the companies' audit trails are what was written: nothing changed, put in or taken away.

  npm run verify-audit
  npm run verify-audit -- --company <id>
  npm run verify-audit -- --file <audit.jsonl>

  --company <id>     one company's trail, instead of all
  --file <path>      a trail that a company exported as JSON Lines; it needs no database
  --help             this text

Each entry of a trail holds the SHA-256 of itself and of the one before. Where a trail ends, and with which hash, is printed:
keep that elsewhere, and a trail that somebody with the database's own password wrote anew is found out too.

It works on the platform of the data folder (TENON_DATA_DIR, .data), running or stopped, or on the database that DATABASE_URL
names, reads only, and ends with 1 when a trail does not hold.
`;
