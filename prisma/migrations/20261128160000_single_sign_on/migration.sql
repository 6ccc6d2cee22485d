-- Where a company's people sign in instead of by a password of ours: an OpenID provider. `domain` is the part of their addresses that the
-- company shows to be its own, by a TXT record that holds `proof`; without it the provider's word counts for nothing.
CREATE TABLE "sso_connection" (
    "tenant_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "secret_sealed" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sso_connection_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateIndex
CREATE INDEX "sso_connection_domain_idx" ON "sso_connection"("domain");

-- AddForeignKey
ALTER TABLE "sso_connection" ADD CONSTRAINT "sso_connection_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "sso_connection" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sso_connection" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "sso_connection" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "sso_connection" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "sso_connection" TO tenon_app, tenon_system;

-- Which company somebody signs in at is asked before any is known.
CREATE POLICY sign_in_reads ON "sso_connection" FOR SELECT TO tenon_auth USING (true);
GRANT SELECT ON "sso_connection" TO tenon_auth;

-- Whoever was sent to their provider and has not come back yet; by a digest of what their browser holds.
CREATE TABLE auth.sso_attempt (
  digest bytea PRIMARY KEY,
  tenant_id uuid NOT NULL,
  state text NOT NULL,
  nonce text NOT NULL,
  verifier text NOT NULL,
  expires_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, DELETE ON auth.sso_attempt TO tenon_auth;
