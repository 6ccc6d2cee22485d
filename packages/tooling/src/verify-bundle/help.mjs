// @ts-check

/** What `npm run verify-bundle -- --help` prints. */
export const HELP = `Says whether an export of a company is what the platform wrote: signed by its key, every file there and as it was, none besides.

  npm run verify-bundle -- <file.tar.gz>
  npm run verify-bundle -- <file.tar.gz> --keys <tenon-keys.json>
  npm run verify-bundle -- <file.tar.gz> --key <public-key.pem>
  npm run verify-bundle -- <file.tar.gz> --key-id <SHA-256 of the key>

  --keys <path>      the platform's keys as it shows them at /.well-known/tenon-keys.json: says of a key that was retired or compromised
                     whether what it signed is to be believed
  --key <path>       one public key of the platform's
  --key-id <hex>     the id that the key must have
  --help             this text

Without a key it checks by the one in the bundle and prints that key's id: compare it with what the platform shows at
/.well-known/tenon-keys.json, as whoever wrote another bundle put in a key of their own.

It needs no platform and no database, and ends with 1 when something is wrong.
`;
