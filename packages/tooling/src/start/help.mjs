// @ts-check

/** What `npm start -- --help` prints. */
export const HELP = `Starts the whole platform on this machine: database, api, worker, gateway and portal.

  npm start                     everything; Ctrl-C stops it
  npm run dev                   the same, rebuilding and restarting as sources change

Options, after "--":
  --no-demo                     without the demo company
  --demo                        with it, also on a database of your own (DATABASE_URL)
  --rebuild                     build even when nothing seems to have changed
  --no-install                  leave node_modules as it is
  --help                        this text

Environment (.env.example says more of each; an empty variable counts as not set):
  PORTAL_PORT       3000        the portal, for people
  API_PORT          4000        the GraphQL api
  MQTT_PORT         1883        machines, by MQTT
  DEVICE_HTTP_PORT  8080        machines, by HTTP, and by MQTT over WebSocket at /mqtt
  WORKER_PORT       4100        health and metrics of the worker
  MQTT_TLS_PORT     8883        machines, by MQTT over TLS, where the next two are set
  MQTT_TLS_CERT_FILE, MQTT_TLS_KEY_FILE
                                certificate and key, as PEM files; renewed ones are taken up within a minute
  PUBLIC_URL                    the portal's address as people see it (http://localhost:PORTAL_PORT)
  DEVICE_HOST                   the host name by which machines reach us, instead of the portal's
  TRUSTED_PROXIES   loopback    whose word the api takes for a browser's address
  TENON_DATA_DIR    .data       what must survive: database, secrets, logs, mail
  DATABASE_URL                  a PostgreSQL 16 or newer of your own, instead of the bundled one
  TENON_SECRET                  64 hexadecimal digits that sign sessions, instead of the data folder's
  TENON_MASTER_KEYS             keys that wrap those of secrets at rest, instead of one derived from the secret
  OUTGOING_ALLOWED_HOSTS        hosts that robots in chats may be on though they are not public
  OPERATOR_NAME, OPERATOR_CONTACT
                                who runs the platform and how they are reached, for the privacy notice
  PAYEE_NAME, PAYEE_TAX_NUMBER, PAYEE_ADDRESS_AND_PHONE, PAYEE_BANK, PAYEE_ACCOUNT
                                who issues invoices, and the account into which they are paid
  STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_API_URL
                                payments by card through Stripe: the first two or none, and where its API stands
  REDIS_URL                     queues on Redis, instead of PostgreSQL
  TELEMETRY_KEEP_MONTHS  120    months of telemetry that are kept
  TELEMETRY_COMPACT_AFTER_HOURS
                    6           hours after a day (UTC) when its points go into blocks
  EXPORT_DIR                    where exports of companies are kept for a week (exports in the data folder)
  IMPORT_MAX_GB          4      the longest file of old readings that is taken, in gigabytes
  BACKUP_DIR                    where backups of the bundled database go (the data folder's name with "-backups")
  BACKUP_EVERY_HOURS     24     how often it is backed up, and the backup restored to see that it is good; 0: never
  BACKUP_KEEP            7      how many of these backups stay
  SMTP_URL                      send mail, instead of keeping it in the data folder
  MAIL_FROM                     the sender of mail
  GATEWAY_ID, GATEWAY_MAX_CONNECTIONS, GATEWAY_MAX_PACKET_BYTES,
  GATEWAY_MESSAGES_PER_SECOND, GATEWAY_CONNECTS_PER_MINUTE
                                the gateway's limits
  SPARKPLUG_HOST_ID tenon       by which edge nodes of Sparkplug B know the platform
  SIGN_IN_TRIES_PER_PERSON, SIGN_IN_TRIES_PER_EMAIL, SIGN_IN_TRIES_PER_ADDRESS,
  SECOND_FACTOR_TRIES_PER_PERSON, SIGN_UPS_PER_ADDRESS, RESETS_PER_EMAIL, RESETS_PER_ADDRESS
                                the limits of sign-in
  STAFF_SECOND_FACTOR           demanded of the platform office, or optional, as by default where there is a demo
  DNS_SERVERS                   name servers that say whose a domain is, for single sign-on, with commas between
  SIMULATOR_INTERVAL_MS  2000   how often a simulated machine publishes
  SIMULATOR_MQTT_URL            where simulated machines find the gateway, instead of this machine
  LOG_LEVEL         info        trace, debug, info, warn, error or silent

The first person of the platform office, where there is no demo: npm run appoint-staff -- --help

A default port that is taken moves to the next free one; one that you set does not move. Port 0 takes any free one.
Logs are in TENON_DATA_DIR/logs, the addresses of a running platform in TENON_DATA_DIR/platform.json.
`;
