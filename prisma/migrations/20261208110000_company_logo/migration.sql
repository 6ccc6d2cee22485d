-- A company's logo, as it was made anew from what was uploaded.
CREATE TABLE "company_logo" (
    "tenant_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "image" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_logo_pkey" PRIMARY KEY ("tenant_id")
);
ALTER TABLE "company_logo" ADD CONSTRAINT "company_logo_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "company_logo" ADD CONSTRAINT "company_logo_size" CHECK (octet_length(image) <= 1000000);

ALTER TABLE "company_logo" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "company_logo" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "company_logo" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "company_logo" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "company_logo" TO tenon_app, tenon_system;
