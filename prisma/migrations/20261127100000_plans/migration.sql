-- CreateTable
CREATE TABLE "plan_choice" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "due_minor" BIGINT NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_choice_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "plan_limit" (
    "tenant_id" UUID NOT NULL,
    "meter" TEXT NOT NULL,
    "cap" BIGINT,
    "quota" BIGINT,

    CONSTRAINT "plan_limit_pkey" PRIMARY KEY ("tenant_id","meter")
);

-- CreateTable
CREATE TABLE "meter_reading" (
    "tenant_id" UUID NOT NULL,
    "meter" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "quantity" BIGINT NOT NULL,

    CONSTRAINT "meter_reading_pkey" PRIMARY KEY ("tenant_id","meter","hour")
);

-- CreateTable
CREATE TABLE "full_day" (
    "tenant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "points" BIGINT NOT NULL,

    CONSTRAINT "full_day_pkey" PRIMARY KEY ("tenant_id","day")
);

-- CreateTable
CREATE TABLE "quota_notice" (
    "tenant_id" UUID NOT NULL,
    "meter" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "share" INTEGER NOT NULL,
    "used" BIGINT NOT NULL,
    "quota" BIGINT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "quota_notice_pkey" PRIMARY KEY ("tenant_id","meter","month","share")
);

-- AddForeignKey
ALTER TABLE "plan_choice" ADD CONSTRAINT "plan_choice_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_limit" ADD CONSTRAINT "plan_limit_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meter_reading" ADD CONSTRAINT "meter_reading_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "full_day" ADD CONSTRAINT "full_day_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_notice" ADD CONSTRAINT "quota_notice_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "plan_choice" ADD CONSTRAINT "plan_choice_plan" CHECK (plan IN ('trial', 'starter', 'standard', 'enterprise'));
ALTER TABLE "plan_limit" ADD CONSTRAINT "plan_limit_meter" CHECK (meter IN ('devices', 'pointsADay', 'apiCallsADay', 'members', 'apps'));
ALTER TABLE "plan_limit" ADD CONSTRAINT "plan_limit_amounts" CHECK (cap >= 0 AND quota >= 0);
ALTER TABLE "meter_reading" ADD CONSTRAINT "meter_reading_meter" CHECK (meter IN ('devices', 'pointsADay', 'apiCallsADay', 'members', 'apps'));
ALTER TABLE "meter_reading" ADD CONSTRAINT "meter_reading_whole_hour" CHECK (hour = date_bin('1 hour', hour, 'epoch'));
ALTER TABLE "full_day" ADD CONSTRAINT "full_day_range" CHECK (from_at < to_at);
ALTER TABLE "quota_notice" ADD CONSTRAINT "quota_notice_share" CHECK (share IN (80, 100));

-- A company without a choice is on trial, so that those there are need no rows.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plan_choice', 'plan_limit', 'meter_reading', 'full_day', 'quota_notice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()))', t);
    EXECUTE format('CREATE POLICY system_access ON %I TO tenon_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON "plan_choice", "plan_limit", "meter_reading", "quota_notice" TO tenon_app;
GRANT SELECT, INSERT, DELETE ON "full_day" TO tenon_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "plan_choice", "plan_limit", "meter_reading", "full_day", "quota_notice" TO tenon_system;
-- The gateway refuses the points of a day that is full.
CREATE POLICY ingest_reads ON "full_day" FOR SELECT TO tenon_ingest USING (true);
GRANT SELECT ON "full_day" TO tenon_ingest;
