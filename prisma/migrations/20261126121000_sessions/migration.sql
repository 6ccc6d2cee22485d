-- When a session was used last, within some minutes.
ALTER TABLE auth."session" ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Browsers that a person has signed in with, each known again by a cookie of its own.
CREATE TABLE auth.known_device (
  user_id uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
  digest bytea NOT NULL,
  last_used_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (user_id, digest)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.known_device TO tenon_auth;
