-- Device types (物模型) of companies. What a type says stands in its versions, each unchangeable from its publication on.
CREATE TABLE "device_type" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "library_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_type_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "device_type_version" (
    "tenant_id" UUID NOT NULL,
    "type_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "model" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "note" TEXT NOT NULL DEFAULT '',
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "device_type_version_pkey" PRIMARY KEY ("tenant_id","type_id","version")
);

-- AlterTable
ALTER TABLE "device" ADD COLUMN "type_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "device_type_tenant_id_name_key" ON "device_type"("tenant_id", "name");

-- CreateIndex
CREATE INDEX "device_tenant_id_type_id_idx" ON "device"("tenant_id", "type_id");

-- AddForeignKey
ALTER TABLE "device_type" ADD CONSTRAINT "device_type_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_type_version" ADD CONSTRAINT "device_type_version_tenant_id_type_id_fkey" FOREIGN KEY ("tenant_id", "type_id") REFERENCES "device_type"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_tenant_id_type_id_fkey" FOREIGN KEY ("tenant_id", "type_id") REFERENCES "device_type"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One draft at a time.
CREATE UNIQUE INDEX device_type_version_draft ON "device_type_version" (tenant_id, type_id) WHERE published_at IS NULL;

-- What was published is what machines and programs were built on: whoever asks, it is not changed.
CREATE FUNCTION tenon_keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A published version of a device type is not changed.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER device_type_version_kept BEFORE UPDATE ON "device_type_version" FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION tenon_keep_published();

ALTER TABLE "device_type" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "device_type" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "device_type" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "device_type" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "device_type" TO tenon_app, tenon_system;

ALTER TABLE "device_type_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "device_type_version" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "device_type_version" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "device_type_version" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "device_type_version" TO tenon_app, tenon_system;

-- Whoever looks at machines looks at their types: the companies' own roles too.
SET ROLE tenon_system;
UPDATE "tenant_role" SET permissions = array_append(permissions, 'device-type:read') WHERE 'device:read' = ANY (permissions);
RESET ROLE;
