-- What machines can be given to run: packages, their files in pieces, and the key by which a company signs them.
CREATE TABLE "ota_key" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "public_key" TEXT NOT NULL,
    "private_sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ota_key_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ota_package" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "type_id" UUID,
    "file_name" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "sha256" BYTEA,
    "key_id" UUID,
    "signature" BYTEA,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ready_at" TIMESTAMPTZ(3),

    CONSTRAINT "ota_package_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ota_piece" (
    "tenant_id" UUID NOT NULL,
    "package_id" UUID NOT NULL,
    "piece_no" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ota_piece_pkey" PRIMARY KEY ("tenant_id","package_id","piece_no")
);

-- CreateIndex
CREATE UNIQUE INDEX "ota_key_tenant_id_key" ON "ota_key"("tenant_id");

-- CreateIndex
CREATE UNIQUE INDEX "ota_package_tenant_id_kind_title_version_key" ON "ota_package"("tenant_id", "kind", "title", "version");

-- AddForeignKey
ALTER TABLE "ota_key" ADD CONSTRAINT "ota_key_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ota_package" ADD CONSTRAINT "ota_package_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ota_package" ADD CONSTRAINT "ota_package_tenant_id_type_id_fkey" FOREIGN KEY ("tenant_id", "type_id") REFERENCES "device_type"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ota_package" ADD CONSTRAINT "ota_package_tenant_id_key_id_fkey" FOREIGN KEY ("tenant_id", "key_id") REFERENCES "ota_key"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ota_piece" ADD CONSTRAINT "ota_piece_tenant_id_package_id_fkey" FOREIGN KEY ("tenant_id", "package_id") REFERENCES "ota_package"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A firmware is packed already: trying to compress it again would cost time for nothing.
ALTER TABLE "ota_piece" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ota_key', 'ota_package', 'ota_piece'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()))', t);
    EXECUTE format('CREATE POLICY system_access ON %I TO tenon_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tenon_app', t);
    EXECUTE format('GRANT SELECT, DELETE ON %I TO tenon_system', t);
  END LOOP;
  -- The gateway hands files out; the key that signs them is none of its business.
  FOREACH t IN ARRAY ARRAY['ota_package', 'ota_piece'] LOOP
    EXECUTE format('CREATE POLICY ingest_access ON %I TO tenon_ingest USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO tenon_ingest', t);
  END LOOP;
END $$;
GRANT UPDATE (private_sealed) ON "ota_key" TO tenon_system;

-- Who may send commands to machines may have them updated; roles of companies' own that could, can.
SET ROLE tenon_system;
UPDATE "tenant_role" SET permissions = array_append(permissions, 'campaign:manage') WHERE 'device:command' = ANY (permissions);
RESET ROLE;
