-- CreateTable
CREATE TABLE "history_import" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "file_name" TEXT NOT NULL,
    "file_bytes" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'sending',
    "is_paused" BOOLEAN NOT NULL DEFAULT false,
    "failure_code" TEXT,
    "look" JSONB,
    "columns_digest" TEXT,
    "mapping" JSONB,
    "replaces" BOOLEAN NOT NULL DEFAULT false,
    "rows_read" BIGINT NOT NULL DEFAULT 0,
    "last_ms" DOUBLE PRECISION,
    "share" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "report" JSONB NOT NULL DEFAULT '{}',
    "pieces_total" INTEGER NOT NULL DEFAULT 0,
    "pieces_done" INTEGER NOT NULL DEFAULT 0,
    "added" BIGINT NOT NULL DEFAULT 0,
    "replaced" BIGINT NOT NULL DEFAULT 0,
    "kept" BIGINT NOT NULL DEFAULT 0,
    "refused" BIGINT NOT NULL DEFAULT 0,
    "phase_at" TIMESTAMPTZ(3),
    "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "undoable_until" TIMESTAMPTZ(3),

    CONSTRAINT "history_import_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "history_piece" (
    "tenant_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "day" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "is_compared" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "history_piece_pkey" PRIMARY KEY ("tenant_id","import_id","device_id","day","key","part")
);

-- CreateTable
CREATE TABLE "history_layer" (
    "tenant_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "series_id" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "layer_no" BIGSERIAL NOT NULL,
    "count" INTEGER NOT NULL,
    "brought" BYTEA NOT NULL,
    "replaced" BYTEA,

    CONSTRAINT "history_layer_pkey" PRIMARY KEY ("tenant_id","import_id","series_id","day")
);

-- CreateIndex
CREATE INDEX "history_import_tenant_id_created_at_idx" ON "history_import"("tenant_id", "created_at");

-- CreateIndex
CREATE INDEX "history_layer_tenant_id_series_id_day_idx" ON "history_layer"("tenant_id", "series_id", "day");

-- AddForeignKey
ALTER TABLE "history_import" ADD CONSTRAINT "history_import_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_piece" ADD CONSTRAINT "history_piece_tenant_id_import_id_fkey" FOREIGN KEY ("tenant_id", "import_id") REFERENCES "history_import"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_piece" ADD CONSTRAINT "history_piece_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_layer" ADD CONSTRAINT "history_layer_tenant_id_import_id_fkey" FOREIGN KEY ("tenant_id", "import_id") REFERENCES "history_import"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_layer" ADD CONSTRAINT "history_layer_tenant_id_series_id_fkey" FOREIGN KEY ("tenant_id", "series_id") REFERENCES "series"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "history_import" ADD CONSTRAINT "history_import_state" CHECK (state IN ('sending', 'looking', 'mapping', 'checking', 'checked', 'running', 'done', 'undoing', 'undone', 'cancelled', 'failed'));
-- They are compressed already; PostgreSQL would try in vain.
ALTER TABLE "history_piece" ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE "history_layer" ALTER COLUMN brought SET STORAGE EXTERNAL, ALTER COLUMN replaced SET STORAGE EXTERNAL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['history_import', 'history_piece', 'history_layer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()))', t);
    EXECUTE format('CREATE POLICY system_access ON %I TO tenon_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "history_import", "history_piece", "history_layer" TO tenon_app, tenon_system;
GRANT USAGE ON SEQUENCE "history_layer_layer_no_seq" TO tenon_app, tenon_system;
