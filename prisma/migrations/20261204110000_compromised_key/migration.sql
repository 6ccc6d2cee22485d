-- A key that somebody else may have had: what is said to be signed with it from this moment on is not believed.
ALTER TABLE "signing_key" ADD COLUMN "compromised_at" TIMESTAMPTZ(3);
ALTER TABLE "signing_key" ADD CONSTRAINT "signing_key_compromised_is_retired" CHECK (compromised_at IS NULL OR retired_at IS NOT NULL);
