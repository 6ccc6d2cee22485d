-- A person's second factor: the secret that their authenticator shares with us (RFC 6238), sealed. Without `confirmed_at` it was
-- shown and not tried yet, and asks nothing of anybody. No time step is good twice.
CREATE TABLE auth.second_factor (
  user_id uuid PRIMARY KEY REFERENCES auth."user" (id) ON DELETE CASCADE,
  secret_sealed text NOT NULL,
  confirmed_at timestamptz,
  last_step bigint NOT NULL DEFAULT 0
);

-- Codes for whoever has lost their authenticator, each good once.
CREATE TABLE auth.recovery_code (
  user_id uuid NOT NULL REFERENCES auth.second_factor (user_id) ON DELETE CASCADE,
  digest bytea NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (user_id, digest)
);

-- Whoever has given the right password, and is asked for the second step.
CREATE TABLE auth.second_step (
  digest bytea PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  tries integer NOT NULL DEFAULT 0
);
CREATE INDEX second_step_user_id_idx ON auth.second_step (user_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON auth.second_factor, auth.recovery_code, auth.second_step TO tenon_auth;

-- Whether a company asks a second factor of all its people.
ALTER TABLE "tenant" ADD COLUMN "demands_second_factor" BOOLEAN NOT NULL DEFAULT false;
