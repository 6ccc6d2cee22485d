-- The newest link by which somebody shows that their address is theirs; of its secret a digest. `mails` counts those written since
-- `day_began_at`, so that nobody is flooded by our mail.
CREATE TABLE auth.email_verification (
  user_id uuid PRIMARY KEY REFERENCES auth."user" (id) ON DELETE CASCADE,
  digest bytea NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  asked_at timestamptz NOT NULL,
  mails integer NOT NULL,
  day_began_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.email_verification TO tenon_auth;

-- Staff were appointed by somebody with the server in their hands, who named the address.
UPDATE auth."user" SET "emailVerified" = true WHERE id IN (SELECT user_id FROM platform_staff);
