// @ts-check

/** What `npm run verify-bundle -- --help` prints. */
export const HELP = `Says whether an export of a company is what the platform wrote: signed by its key, every file there and as it was, none besides.

  npm run verify-bundle -- <file.tar.gz>
  npm run verify-bundle -- <file.tar.gz> --key <public-key.pem>
  npm run verify-bundle -- <file.tar.gz> --key-id <SHA-256 of the key>

  --key <path>       the platform's public key, from its /.well-known/tenon-keys.json
  --key-id <hex>     the id that the key must have
  --help             this text

Without a key it checks by the one in the bundle and prints that key's id: compare it with what the platform shows at
/.well-known/tenon-keys.json, as whoever wrote another bundle put in a key of their own.

It needs no platform and no database, and ends with 1 when something is wrong.
`;
