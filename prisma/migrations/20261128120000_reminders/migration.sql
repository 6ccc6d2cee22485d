-- CreateTable
CREATE TABLE "invoice_reminder" (
    "tenant_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "days" INTEGER NOT NULL,
    "reminded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invoice_reminder_pkey" PRIMARY KEY ("tenant_id","invoice_id","days")
);

-- AddForeignKey
ALTER TABLE "invoice_reminder" ADD CONSTRAINT "invoice_reminder_tenant_id_invoice_id_fkey" FOREIGN KEY ("tenant_id", "invoice_id") REFERENCES "invoice"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "invoice_reminder" ADD CONSTRAINT "invoice_reminder_late" CHECK (days > 0);

ALTER TABLE "invoice_reminder" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "invoice_reminder" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "invoice_reminder" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "invoice_reminder" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON "invoice_reminder" TO tenon_app, tenon_system;
