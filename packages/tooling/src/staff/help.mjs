// @ts-check

/** What `npm run appoint-staff -- --help` prints. */
export const HELP = `Makes somebody staff of the platform office, and prints the password they sign in with.

  npm run appoint-staff -- --email <address> [--name <name>] [--role root|review|support]

  --role root        everything: companies, reviews, suspension, kept mail (the default)
         review      companies, and the review of apps
         support     companies
  --password-stdin   takes the password from standard input, instead of making one
  --help             this text

It works on the platform of the data folder (TENON_DATA_DIR, .data), running or stopped, or on the database that DATABASE_URL
names. A person who signed up with this e-mail and is not staff yet gets the printed password, and is signed out everywhere:
e-mails are not verified at sign-up. For somebody of the staff only the role changes.
`;
