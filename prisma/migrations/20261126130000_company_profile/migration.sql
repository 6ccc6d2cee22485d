-- CreateTable
CREATE TABLE "company_profile" (
    "tenant_id" UUID NOT NULL,
    "legal_name" TEXT,
    "credit_code" TEXT,
    "credit_code_is_checked" BOOLEAN NOT NULL DEFAULT false,
    "credit_code_confirmed_at" TIMESTAMPTZ(3),
    "industry" TEXT,
    "employees" INTEGER,
    "yearly_revenue_yuan" BIGINT,
    "district" TEXT,
    "park" TEXT,
    "address" TEXT,
    "invoice_name" TEXT,
    "invoice_tax_number" TEXT,
    "invoice_address_and_phone" TEXT,
    "invoice_bank" TEXT,
    "invoice_account" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_profile_pkey" PRIMARY KEY ("tenant_id")
);

-- AddForeignKey
ALTER TABLE "company_profile" ADD CONSTRAINT "company_profile_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "company_profile" ADD CONSTRAINT "company_profile_credit_code_form" CHECK (credit_code ~ '^[0-9A-Z]{18}$');
ALTER TABLE "company_profile" ADD CONSTRAINT "company_profile_amounts" CHECK (employees >= 0 AND yearly_revenue_yuan >= 0);
-- The office lists the codes that wait for a look.
CREATE INDEX "company_profile_credit_code_to_review" ON "company_profile" (tenant_id) WHERE credit_code IS NOT NULL AND NOT credit_code_is_checked AND credit_code_confirmed_at IS NULL;

ALTER TABLE "company_profile" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "company_profile" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "company_profile" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "company_profile" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "company_profile" TO tenon_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "company_profile" TO tenon_system;
