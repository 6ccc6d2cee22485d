-- CreateTable
CREATE TABLE "api_key" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "permissions" TEXT[],
    "digest" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "use_count" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_key_digest_key" ON "api_key"("digest");

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
-- Whoever leaves the company takes their keys along.
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "tenant_member"("tenant_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "api_key" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "api_key" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "api_key" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "api_key" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON "api_key" TO tenon_app;
GRANT UPDATE (revoked_at) ON "api_key" TO tenon_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "api_key" TO tenon_system;

-- Whose key it is is asked before any company is known; its use is counted there, too.
CREATE POLICY sign_in_reads ON "api_key" FOR SELECT TO tenon_auth USING (true);
CREATE POLICY sign_in_counts ON "api_key" FOR UPDATE TO tenon_auth USING (true) WITH CHECK (true);
GRANT SELECT ON "api_key" TO tenon_auth;
GRANT UPDATE (last_used_at, use_count) ON "api_key" TO tenon_auth;
