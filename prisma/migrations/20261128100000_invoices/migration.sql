-- CreateTable
CREATE TABLE "limit_change" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meter" TEXT NOT NULL,
    "cap" BIGINT,
    "quota" BIGINT,
    "from_day" DATE NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "limit_change_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "billing_run" (
    "tenant_id" UUID NOT NULL,
    "billed_through" DATE NOT NULL,

    CONSTRAINT "billing_run_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "invoice_counter" (
    "month" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "invoice_counter_pkey" PRIMARY KEY ("month")
);

-- CreateTable
CREATE TABLE "invoice" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "occasion" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "gross_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "buyer" JSONB NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'issued',
    "state_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "invoice_line" (
    "tenant_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "choice_id" UUID,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "quantity" BIGINT NOT NULL,
    "unit_price_minor" BIGINT NOT NULL,
    "per" BIGINT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "meter" TEXT,
    "included" BIGINT,
    "hours" INTEGER,
    "days" JSONB,

    CONSTRAINT "invoice_line_pkey" PRIMARY KEY ("tenant_id","invoice_id","line_no")
);

-- CreateTable
CREATE TABLE "credit_note" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "note_no" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "gross_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credit_note_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invoice_number_key" ON "invoice"("number");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_tenant_id_occasion_key" ON "invoice"("tenant_id", "occasion");

-- CreateIndex
CREATE UNIQUE INDEX "credit_note_tenant_id_invoice_id_note_no_key" ON "credit_note"("tenant_id", "invoice_id", "note_no");

-- AddForeignKey
ALTER TABLE "limit_change" ADD CONSTRAINT "limit_change_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "billing_run" ADD CONSTRAINT "billing_run_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_tenant_id_invoice_id_fkey" FOREIGN KEY ("tenant_id", "invoice_id") REFERENCES "invoice"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_tenant_id_choice_id_fkey" FOREIGN KEY ("tenant_id", "choice_id") REFERENCES "plan_choice"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_note" ADD CONSTRAINT "credit_note_tenant_id_invoice_id_fkey" FOREIGN KEY ("tenant_id", "invoice_id") REFERENCES "invoice"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "limit_change" ADD CONSTRAINT "limit_change_meter" CHECK (meter IN ('devices', 'pointsADay', 'apiCallsADay', 'members', 'apps'));
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_number_form" CHECK (number ~ '^TN-[0-9]{6}-[0-9]{6,}$');
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_sums" CHECK (net_minor + tax_minor = gross_minor);
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_state" CHECK (state IN ('issued', 'overdue', 'paid', 'void'));
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_days" CHECK (from_day < to_day);
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_kind" CHECK (CASE kind WHEN 'overage' THEN num_nulls(meter, included, hours, days) = 0 WHEN 'fee' THEN num_nonnulls(meter, included, hours, days) = 0 WHEN 'credit' THEN num_nonnulls(meter, included, hours, days) = 0 ELSE false END);
CREATE INDEX "invoice_recent" ON "invoice" (tenant_id, issued_at DESC, id DESC);
-- What is owed still.
CREATE INDEX "invoice_open" ON "invoice" (due_on) WHERE state IN ('issued', 'overdue');

-- Numbers follow one another without a gap, month by month: whoever issues holds the month's counter until the transaction ends,
-- and one that is rolled back gives its number back. The counter is nobody's: this trigger alone touches it.
CREATE FUNCTION tenon_number_invoice() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE next integer;
BEGIN
  INSERT INTO invoice_counter AS c (month, last) VALUES (to_char(NEW.issued_on, 'YYYYMM'), 1)
  ON CONFLICT (month) DO UPDATE SET last = c.last + 1 RETURNING last INTO next;
  NEW.number := 'TN-' || to_char(NEW.issued_on, 'YYYYMM') || '-' || lpad(next::text, greatest(6, length(next::text)), '0');
  RETURN NEW;
END $$;
CREATE TRIGGER invoice_number BEFORE INSERT ON "invoice" FOR EACH ROW EXECUTE FUNCTION tenon_number_invoice();

-- What was issued stays as it was, whoever asks: of an invoice only its state is written anew.
CREATE FUNCTION tenon_keep_issued() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'invoice' AND to_jsonb(NEW) - 'state' - 'state_at' = to_jsonb(OLD) - 'state' - 'state_at' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'What was issued is never changed: a credit note takes it back.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE FUNCTION tenon_keep_all_issued() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'What was issued is kept.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['invoice', 'invoice_line', 'credit_note'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION tenon_keep_issued()', t || '_kept', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION tenon_keep_all_issued()', t || '_all_kept', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['limit_change', 'billing_run', 'invoice', 'invoice_line', 'credit_note'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()))', t);
    EXECUTE format('CREATE POLICY system_access ON %I TO tenon_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION tenon_number_invoice(), tenon_keep_issued(), tenon_keep_all_issued() FROM PUBLIC;

GRANT SELECT, INSERT ON "limit_change" TO tenon_app, tenon_system;
GRANT SELECT, INSERT, UPDATE ON "billing_run" TO tenon_app, tenon_system;
GRANT SELECT, INSERT ON "invoice", "invoice_line" TO tenon_app, tenon_system;
GRANT UPDATE (state, state_at) ON "invoice" TO tenon_app, tenon_system;
GRANT SELECT ON "credit_note" TO tenon_app;
GRANT SELECT, INSERT ON "credit_note" TO tenon_system;

-- What holds for single meters today held since ever: when it was set is not known.
SET ROLE tenon_system;
INSERT INTO "limit_change" (tenant_id, id, meter, cap, quota, from_day, changed_at) SELECT tenant_id, gen_random_uuid(), meter, cap, quota, '1970-01-01', '1970-01-01' FROM "plan_limit";
RESET ROLE;
