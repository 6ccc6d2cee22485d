-- The gap ledger: what was expected of each machine, what came, what is absent, and why.

-- Stretches of machines' time of which something was stored since the ledger last looked; written with the roll-up that took them, so neither is without the
-- other. Only ever added and taken away, so that nobody waits for anybody.
CREATE TABLE "ledger_due" (
    "tenant_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "device_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_due_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "ledger_machine" (
    "tenant_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "interval_ms" DOUBLE PRECISION,
    "basis" TEXT NOT NULL DEFAULT 'unknown',
    "last_at" TIMESTAMPTZ(3),
    "looked_at" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_machine_pkey" PRIMARY KEY ("tenant_id","device_id")
);

-- One machine's day of UTC by quarters of an hour, of which each array has 96.
CREATE TABLE "ledger_day" (
    "tenant_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kept" INTEGER[] NOT NULL,
    "repeats" INTEGER[] NOT NULL,
    "late" INTEGER[] NOT NULL,
    "absent" INTEGER[] NOT NULL,
    "clock_ms" INTEGER[] NOT NULL,
    "folded_repeats" INTEGER[] NOT NULL,
    "folded_late" INTEGER[] NOT NULL,
    "frozen" INTEGER[] NOT NULL,
    "kept_sum" INTEGER NOT NULL,
    "repeats_sum" INTEGER NOT NULL,
    "late_sum" INTEGER NOT NULL,
    "absent_sum" INTEGER NOT NULL,
    "clock_median_ms" INTEGER,
    "clock_worst_ms" INTEGER,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_day_pkey" PRIMARY KEY ("tenant_id","device_id","day")
);
-- Most of it is one number again and again, which compresses to a tenth; by default only rows of 2 kB would be.
ALTER TABLE "ledger_day" SET (toast_tuple_target = 256);
CREATE INDEX "ledger_day_tenant_id_day_idx" ON "ledger_day"("tenant_id", "day");

CREATE TABLE "ledger_gap" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,
    "absent" INTEGER NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "filled_at" TIMESTAMPTZ(3),
    "recovered" INTEGER,

    CONSTRAINT "ledger_gap_pkey" PRIMARY KEY ("tenant_id","id")
);
CREATE INDEX "ledger_gap_tenant_id_device_id_from_at_idx" ON "ledger_gap"("tenant_id", "device_id", "from_at" DESC);
CREATE INDEX "ledger_gap_tenant_id_from_at_idx" ON "ledger_gap"("tenant_id", "from_at");

-- How many messages of a machine were refused, by the quarter-hour in which they came.
CREATE TABLE "refusal_tally" (
    "tenant_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,
    "clock_count" INTEGER NOT NULL,

    CONSTRAINT "refusal_tally_pkey" PRIMARY KEY ("tenant_id","device_id","at")
);
CREATE INDEX "refusal_tally_tenant_id_at_idx" ON "refusal_tally"("tenant_id", "at");

-- When a machine was connected.
CREATE TABLE "connection_span" (
    "tenant_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3),
    "gateway_id" TEXT NOT NULL,

    CONSTRAINT "connection_span_pkey" PRIMARY KEY ("tenant_id","device_id","from_at")
);
CREATE INDEX "connection_span_tenant_id_device_id_to_at_idx" ON "connection_span"("tenant_id", "device_id", "to_at");

-- A month's completeness, of the machines together and each by itself. One that is final is never changed: what arrives later makes a revision.
CREATE TABLE "completeness_statement" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "is_final" BOOLEAN NOT NULL,
    "time_zone" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changes" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "completeness_statement_pkey" PRIMARY KEY ("tenant_id","id")
);
CREATE UNIQUE INDEX "completeness_statement_tenant_id_month_revision_key" ON "completeness_statement"("tenant_id", "month", "revision");

CREATE TABLE "completeness_line" (
    "tenant_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "interval_ms" DOUBLE PRECISION,
    "expected" BIGINT,
    "kept" BIGINT NOT NULL,
    "refused" BIGINT NOT NULL,
    "refused_of_expected" BIGINT NOT NULL,
    "missing" BIGINT NOT NULL,
    "repeats" BIGINT NOT NULL,
    "late" BIGINT NOT NULL,
    "clock_refused" BIGINT NOT NULL,
    "missing_ms" BIGINT NOT NULL,
    "away_ms" BIGINT NOT NULL,
    "longest_gap_ms" BIGINT NOT NULL,
    "clock_median_ms" INTEGER,
    "clock_worst_ms" INTEGER,
    "completeness" DOUBLE PRECISION,

    CONSTRAINT "completeness_line_pkey" PRIMARY KEY ("tenant_id","statement_id","device_id")
);

-- AddForeignKey
ALTER TABLE "ledger_due" ADD CONSTRAINT "ledger_due_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ledger_machine" ADD CONSTRAINT "ledger_machine_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ledger_day" ADD CONSTRAINT "ledger_day_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ledger_gap" ADD CONSTRAINT "ledger_gap_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "refusal_tally" ADD CONSTRAINT "refusal_tally_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "connection_span" ADD CONSTRAINT "connection_span_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "completeness_statement" ADD CONSTRAINT "completeness_statement_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "completeness_line" ADD CONSTRAINT "completeness_line_tenant_id_statement_id_fkey" FOREIGN KEY ("tenant_id", "statement_id") REFERENCES "completeness_statement"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was stated stays as it was stated.
CREATE FUNCTION tenon_keep_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A statement that is final is not changed.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER completeness_statement_kept BEFORE UPDATE ON "completeness_statement" FOR EACH ROW WHEN (OLD.is_final) EXECUTE FUNCTION tenon_keep_statement();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['ledger_due', 'ledger_machine', 'ledger_day', 'ledger_gap', 'refusal_tally', 'connection_span', 'completeness_statement', 'completeness_line'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()))', name);
    EXECUTE format('CREATE POLICY system_access ON %I TO tenon_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT ON %I TO tenon_app, tenon_system', name);
  END LOOP;
END $$;
GRANT INSERT, DELETE, UPDATE ON "ledger_due", "ledger_machine", "ledger_day", "ledger_gap" TO tenon_app;
GRANT USAGE ON SEQUENCE "ledger_due_id_seq" TO tenon_app;
GRANT DELETE ON "refusal_tally", "connection_span" TO tenon_app;
-- A line is written once; a statement becomes final once.
GRANT INSERT, DELETE ON "completeness_statement", "completeness_line" TO tenon_app;
GRANT UPDATE (made_at, is_final, time_zone, from_at, to_at, changes) ON "completeness_statement" TO tenon_app;
-- The gateway tells of connections and counts refusals.
CREATE POLICY ingest_access ON "refusal_tally" TO tenon_ingest USING (true) WITH CHECK (true);
CREATE POLICY ingest_access ON "connection_span" TO tenon_ingest USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "refusal_tally", "connection_span" TO tenon_ingest;

-- When each gateway took messages: what none of them covers is time in which the platform could not.
CREATE TABLE "gateway_span" (
    "gateway_id" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gateway_span_pkey" PRIMARY KEY ("gateway_id","from_at")
);
GRANT SELECT, INSERT, UPDATE, DELETE ON "gateway_span" TO tenon_ingest;
GRANT SELECT ON "gateway_span" TO tenon_system;
