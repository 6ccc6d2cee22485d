-- Passkeys (W3C Web Authentication): what is kept of one is its public key, in DER. `sign_count` is 0 where the authenticator does not count.
CREATE TABLE auth.passkey (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
  name text NOT NULL,
  credential_id bytea NOT NULL UNIQUE,
  public_key bytea NOT NULL,
  sign_count bigint NOT NULL,
  is_syncable boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz
);
CREATE INDEX passkey_user_id_idx ON auth.passkey (user_id);

-- Challenges that were answered rightly, by their digests, until they are over: each is answered once.
CREATE TABLE auth.passkey_answer (
  challenge bytea PRIMARY KEY,
  ends_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.passkey, auth.passkey_answer TO tenon_auth;
