-- What the platform office tells companies on every page of theirs, from when until when: all of them, those on some plans, or some.
CREATE TABLE "announcement" (
    "id" UUID NOT NULL,
    "severity" TEXT NOT NULL,
    "text_zh" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "link" TEXT,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "plans" TEXT[],
    "company_ids" UUID[],
    "written_by" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_by" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_put_away" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "announcement_put_away_pkey" PRIMARY KEY ("tenant_id","user_id","announcement_id")
);

-- CreateIndex
CREATE INDEX "announcement_to_at_idx" ON "announcement"("to_at");

-- AddForeignKey
ALTER TABLE "announcement_put_away" ADD CONSTRAINT "announcement_put_away_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "tenant_member"("tenant_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_put_away" ADD CONSTRAINT "announcement_put_away_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "announcement" ADD CONSTRAINT "announcement_severity_known" CHECK (severity IN ('info', 'maintenance', 'incident'));
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_span" CHECK (to_at > from_at);
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_audience" CHECK (cardinality(plans) = 0 OR cardinality(company_ids) = 0);
ALTER TABLE "announcement" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "announcement" FORCE ROW LEVEL SECURITY;
-- A company sees what was published to it, and nothing of what is written for others or was taken back.
CREATE POLICY shown ON "announcement" FOR SELECT TO tenon_app USING (
  published_at IS NOT NULL AND withdrawn_at IS NULL AND (SELECT tenon_current_tenant()) IS NOT NULL
  AND (cardinality(company_ids) = 0 OR (SELECT tenon_current_tenant()) = ANY (company_ids))
  AND (cardinality(plans) = 0 OR COALESCE((
    SELECT c.plan FROM plan_choice c JOIN tenant t ON t.id = c.tenant_id
    WHERE c.tenant_id = (SELECT tenon_current_tenant()) AND c.withdrawn_at IS NULL AND c.from_day <= (now() AT TIME ZONE t.time_zone)::date
    ORDER BY c.from_day DESC, c.chosen_at DESC LIMIT 1), 'trial') = ANY (plans)));
CREATE POLICY system_access ON "announcement" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT ON "announcement" TO tenon_app;
GRANT SELECT, INSERT, UPDATE ON "announcement" TO tenon_system;

ALTER TABLE "announcement_put_away" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "announcement_put_away" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "announcement_put_away" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "announcement_put_away" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON "announcement_put_away" TO tenon_app, tenon_system;
