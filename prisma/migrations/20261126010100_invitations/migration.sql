-- CreateTable
CREATE TABLE "invitation" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "custom_role_id" UUID,
    "language" TEXT NOT NULL,
    "invited_by" UUID NOT NULL,
    "inviter_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token_digest" BYTEA,
    "mails_asked" INTEGER NOT NULL DEFAULT 1,
    "mails_written" INTEGER NOT NULL DEFAULT 0,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted_by" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("tenant_id","id")
);

-- AlterTable
ALTER TABLE "mail_message" ADD COLUMN "on_behalf_of" UUID;

-- AddForeignKey
ALTER TABLE "mail_message" ADD CONSTRAINT "mail_message_on_behalf_of_fkey" FOREIGN KEY ("on_behalf_of") REFERENCES "tenant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_digest_key" ON "invitation"("token_digest");

-- CreateIndex
CREATE INDEX "invitation_tenant_id_asked_at_idx" ON "invitation"("tenant_id", "asked_at");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_tenant_id_custom_role_id_fkey" FOREIGN KEY ("tenant_id", "custom_role_id") REFERENCES "tenant_role"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- Nobody is invited as an owner; a closed invitation may outlive the company's own role that it was to.
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_role_known" CHECK (role IN ('admin', 'engineer', 'operator', 'viewer', 'finance', 'custom'));
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_custom_role" CHECK (custom_role_id IS NULL OR role = 'custom');
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_language_known" CHECK (language IN ('zh-CN', 'en'));
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_ends_once" CHECK (accepted_at IS NULL OR revoked_at IS NULL);
-- One open invitation for an address in a company.
CREATE UNIQUE INDEX "invitation_one_open" ON "invitation" (tenant_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;

ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "invitation" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "invitation" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "invitation" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "invitation" TO tenon_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "invitation" TO tenon_system;
