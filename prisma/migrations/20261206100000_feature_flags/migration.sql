-- For which share of companies a flag is on. Which flags there are is said by the code; without a row it is as said there.
CREATE TABLE "feature_flag_share" (
    "key" TEXT NOT NULL,
    "percent" INTEGER NOT NULL,

    CONSTRAINT "feature_flag_share_pkey" PRIMARY KEY ("key")
);

-- What was set of a flag for one company; it goes before the share.
CREATE TABLE "feature_flag_override" (
    "tenant_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feature_flag_override_pkey" PRIMARY KEY ("tenant_id","key")
);

-- The office's own record of what was set, by whom and why: of one company, or of the share. Never changed; a company that is erased leaves its id alone.
CREATE TABLE "feature_flag_change" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "company_id" UUID,
    "is_on" BOOLEAN,
    "percent" INTEGER,
    "reason" TEXT NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feature_flag_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "feature_flag_override_key_idx" ON "feature_flag_override"("key");

-- CreateIndex
CREATE INDEX "feature_flag_change_key_changed_at_idx" ON "feature_flag_change"("key", "changed_at" DESC);

-- AddForeignKey
ALTER TABLE "feature_flag_override" ADD CONSTRAINT "feature_flag_override_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "feature_flag_share" ADD CONSTRAINT "feature_flag_share_percent" CHECK (percent BETWEEN 0 AND 100);
ALTER TABLE "feature_flag_change" ADD CONSTRAINT "feature_flag_change_one" CHECK (CASE WHEN company_id IS NULL THEN is_on IS NULL ELSE percent IS NULL END);

ALTER TABLE "feature_flag_share" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "feature_flag_share" FORCE ROW LEVEL SECURITY;
CREATE POLICY system_access ON "feature_flag_share" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "feature_flag_share" TO tenon_system;

ALTER TABLE "feature_flag_change" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "feature_flag_change" FORCE ROW LEVEL SECURITY;
CREATE POLICY system_access ON "feature_flag_change" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON "feature_flag_change" TO tenon_system;

ALTER TABLE "feature_flag_override" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "feature_flag_override" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "feature_flag_override" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "feature_flag_override" TO tenon_system USING (true) WITH CHECK (true);
-- A company takes it along, and it goes with the company; nothing else of the company's touches it.
CREATE POLICY erasing_only ON "feature_flag_override" AS RESTRICTIVE FOR DELETE TO tenon_app USING (EXISTS (SELECT 1 FROM company_erasure e WHERE e.tenant_id = "feature_flag_override".tenant_id AND e.finished_at IS NULL));
GRANT SELECT, DELETE ON "feature_flag_override" TO tenon_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "feature_flag_override" TO tenon_system;
