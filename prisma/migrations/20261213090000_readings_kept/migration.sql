-- CreateTable
CREATE TABLE "readings_kept" (
    "tenant_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "readings_kept_pkey" PRIMARY KEY ("tenant_id")
);

-- AddForeignKey
ALTER TABLE "readings_kept" ADD CONSTRAINT "readings_kept_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A company without a row is on trial or was a moment ago: of it the platform's own months alone say what is kept.
ALTER TABLE "readings_kept" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "readings_kept" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "readings_kept" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "readings_kept" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "readings_kept" TO tenon_app, tenon_system;
-- The gateway refuses what would be deleted the same day.
CREATE POLICY ingest_reads ON "readings_kept" FOR SELECT TO tenon_ingest USING (true);
GRANT SELECT ON "readings_kept" TO tenon_ingest;
