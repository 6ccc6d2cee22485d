-- CreateTable
CREATE TABLE "bank_entry" (
    "id" UUID NOT NULL,
    "booked_on" DATE NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "payer" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "bank_reference" TEXT NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bank_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "paid_on" DATE NOT NULL,
    "bank_entry_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "bank_entry_bank_reference_key" ON "bank_entry"("bank_reference");

-- CreateIndex
CREATE INDEX "bank_entry_booked_on_id_idx" ON "bank_entry"("booked_on" DESC, "id");

-- CreateIndex
CREATE INDEX "payment_tenant_id_invoice_id_idx" ON "payment"("tenant_id", "invoice_id");

-- CreateIndex
CREATE INDEX "payment_bank_entry_id_idx" ON "payment"("bank_entry_id");

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_tenant_id_invoice_id_fkey" FOREIGN KEY ("tenant_id", "invoice_id") REFERENCES "invoice"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_bank_entry_id_fkey" FOREIGN KEY ("bank_entry_id") REFERENCES "bank_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bank_entry" ADD CONSTRAINT "bank_entry_came_in" CHECK (amount_minor > 0);
ALTER TABLE "payment" ADD CONSTRAINT "payment_kind" CHECK (kind IN ('payment', 'refund') AND amount_minor > 0);
ALTER TABLE "platform_staff" DROP CONSTRAINT "platform_staff_role_known";
ALTER TABLE "platform_staff" ADD CONSTRAINT "platform_staff_role_known" CHECK (role IN ('support', 'finance', 'review', 'root'));

-- Money that moved is noted once and stays noted.
CREATE TRIGGER payment_kept BEFORE UPDATE OR DELETE ON "payment" FOR EACH ROW EXECUTE FUNCTION tenon_keep_issued();
CREATE TRIGGER payment_all_kept BEFORE TRUNCATE ON "payment" FOR EACH STATEMENT EXECUTE FUNCTION tenon_keep_all_issued();
CREATE TRIGGER bank_entry_kept BEFORE UPDATE OR DELETE ON "bank_entry" FOR EACH ROW EXECUTE FUNCTION tenon_keep_issued();
CREATE TRIGGER bank_entry_all_kept BEFORE TRUNCATE ON "bank_entry" FOR EACH STATEMENT EXECUTE FUNCTION tenon_keep_all_issued();

ALTER TABLE "payment" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "payment" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "payment" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "payment" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT ON "payment" TO tenon_app;
-- A company sees what it paid, and nothing of how the bank tells it.
GRANT SELECT, INSERT ON "payment", "bank_entry" TO tenon_system;
-- A booking is locked while it is assigned.
GRANT UPDATE (recorded_at) ON "bank_entry" TO tenon_system;
