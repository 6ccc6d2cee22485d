-- CreateTable
CREATE TABLE "company_export" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "files_total" INTEGER NOT NULL DEFAULT 0,
    "files_done" INTEGER NOT NULL DEFAULT 0,
    "rows_done" BIGINT NOT NULL DEFAULT 0,
    "bundle_bytes" BIGINT,
    "bundle_sha256" TEXT,
    "key_id" TEXT,
    "failure_code" TEXT,

    CONSTRAINT "company_export_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "company_export_file" (
    "tenant_id" UUID NOT NULL,
    "export_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "series_id" INTEGER,
    "bytes" BIGINT,
    "sha256" TEXT,
    "records" BIGINT,

    CONSTRAINT "company_export_file_pkey" PRIMARY KEY ("tenant_id","export_id","path")
);

-- CreateTable
CREATE TABLE "company_erasure" (
    "tenant_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "told" JSONB NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "finished_at" TIMESTAMPTZ(3),
    "certificate" TEXT,
    "signature" TEXT,

    CONSTRAINT "company_erasure_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "signing_key" (
    "id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "private_sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "company_export_requested_at_idx" ON "company_export"("requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "signing_key_key_id_key" ON "signing_key"("key_id");

-- AddForeignKey
ALTER TABLE "company_export" ADD CONSTRAINT "company_export_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_export_file" ADD CONSTRAINT "company_export_file_tenant_id_export_id_fkey" FOREIGN KEY ("tenant_id", "export_id") REFERENCES "company_export"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_erasure" ADD CONSTRAINT "company_erasure_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "company_export" ADD CONSTRAINT "company_export_state" CHECK (state IN ('waiting', 'running', 'ready', 'failed', 'expired'));
ALTER TABLE "company_export_file" ADD CONSTRAINT "company_export_file_kind" CHECK (kind IN ('records', 'trail', 'telemetry'));
-- One at a time a company.
CREATE UNIQUE INDEX "company_export_under_way" ON "company_export" (tenant_id) WHERE state IN ('waiting', 'running');
-- The platform signs with one key at a time.
CREATE UNIQUE INDEX "signing_key_in_use" ON "signing_key" ((retired_at IS NULL)) WHERE retired_at IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['company_export', 'company_export_file', 'company_erasure'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()))', t);
    EXECUTE format('CREATE POLICY system_access ON %I TO tenon_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "company_export", "company_export_file" TO tenon_app, tenon_system;
GRANT SELECT, UPDATE ON "company_erasure" TO tenon_app;
GRANT SELECT, INSERT, UPDATE ON "company_erasure" TO tenon_system;
-- The platform's own; what is secret of it is sealed.
GRANT SELECT, INSERT, UPDATE ON "signing_key" TO tenon_system;
