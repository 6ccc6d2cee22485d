-- CreateTable
CREATE TABLE "tenant_role" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "permissions" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenant_role_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "tenant_role_tenant_id_name_key" ON "tenant_role"("tenant_id", "name");

-- AddForeignKey
ALTER TABLE "tenant_role" ADD CONSTRAINT "tenant_role_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "tenant_member" ADD COLUMN "custom_role_id" UUID;

-- AddForeignKey
ALTER TABLE "tenant_member" ADD CONSTRAINT "tenant_member_tenant_id_custom_role_id_fkey" FOREIGN KEY ("tenant_id", "custom_role_id") REFERENCES "tenant_role"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- One of the platform's roles, or a company's own.
ALTER TABLE "tenant_member" DROP CONSTRAINT "tenant_member_role_known";
ALTER TABLE "tenant_member" ADD CONSTRAINT "tenant_member_role_known" CHECK (role IN ('owner', 'admin', 'engineer', 'operator', 'viewer', 'finance', 'custom'));
ALTER TABLE "tenant_member" ADD CONSTRAINT "tenant_member_custom_role" CHECK ((role = 'custom') = (custom_role_id IS NOT NULL));

ALTER TABLE "tenant_role" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tenant_role" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "tenant_role" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "tenant_role" TO tenon_system USING (true) WITH CHECK (true);
CREATE POLICY sign_in_reads ON "tenant_role" FOR SELECT TO tenon_auth USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "tenant_role" TO tenon_app, tenon_system;
GRANT SELECT ON "tenant_role" TO tenon_auth;

-- Within their company people join, change roles and leave; their names stay what sign-in says.
GRANT INSERT, DELETE ON "tenant_member" TO tenon_app;
GRANT UPDATE (role, custom_role_id) ON "tenant_member" TO tenon_app;

-- A person may belong to several companies: each session is in one of them, and the next begins where the last one was.
ALTER TABLE auth."user" ADD COLUMN "lastCompanyId" uuid;
SET ROLE tenon_auth;
UPDATE auth."session" s SET "activeOrganizationId" = (SELECT m.tenant_id::text FROM public.tenant_member m WHERE m.user_id = s."userId" ORDER BY m.joined_at LIMIT 1);
UPDATE auth."user" u SET "pendingCompanyName" = NULL WHERE EXISTS (SELECT 1 FROM public.tenant_member m WHERE m.user_id = u.id);
RESET ROLE;
