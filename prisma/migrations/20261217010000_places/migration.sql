-- Where machines stand (IEC 62264: site, area, work centre), the words by which a company sorts them, and machines out of use.
CREATE TABLE "place" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "time_zone" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "place_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "tag" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "device_tag" (
    "tenant_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "device_tag_pkey" PRIMARY KEY ("tenant_id","device_id","tag_id")
);

-- AlterTable
ALTER TABLE "device" ADD COLUMN "place_id" UUID, ADD COLUMN "retired_at" TIMESTAMPTZ(3);

-- Sites lie in no place, and are told apart by their names like all others.
CREATE UNIQUE INDEX "place_tenant_id_parent_id_name_key" ON "place"("tenant_id", "parent_id", "name") NULLS NOT DISTINCT;

-- `Pump` and `pump` are one tag.
CREATE UNIQUE INDEX "tag_name_key" ON "tag"("tenant_id", lower("name"));

-- CreateIndex
CREATE INDEX "device_tag_tenant_id_tag_id_idx" ON "device_tag"("tenant_id", "tag_id");

-- CreateIndex
CREATE INDEX "device_tenant_id_place_id_idx" ON "device"("tenant_id", "place_id");

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Looked at when the statement ends, so that a whole tree may go in one.
ALTER TABLE "place" ADD CONSTRAINT "place_tenant_id_parent_id_fkey" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "place"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_tenant_id_place_id_fkey" FOREIGN KEY ("tenant_id", "place_id") REFERENCES "place"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_tag" ADD CONSTRAINT "device_tag_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_tag" ADD CONSTRAINT "device_tag_tenant_id_tag_id_fkey" FOREIGN KEY ("tenant_id", "tag_id") REFERENCES "tag"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a program reads, a program of another version wrote: only what is known stands there.
ALTER TABLE "place" ADD CONSTRAINT place_kind CHECK (kind IN ('site', 'area', 'line', 'cell', 'unit', 'storage'));
-- A site lies in the company and nothing else does.
ALTER TABLE "place" ADD CONSTRAINT place_root CHECK ((kind = 'site') = (parent_id IS NULL));

ALTER TABLE "place" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "place" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "place" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "place" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "place" TO tenon_app, tenon_system;

ALTER TABLE "tag" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tag" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "tag" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "tag" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "tag" TO tenon_app, tenon_system;

ALTER TABLE "device_tag" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "device_tag" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "device_tag" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "device_tag" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "device_tag" TO tenon_app, tenon_system;

-- Whoever may delete a machine may retire one, and whoever sees to machines' types sees to their places: the companies' own roles too.
SET ROLE tenon_system;
UPDATE "tenant_role" SET permissions = array_append(permissions, 'device:retire') WHERE 'device:delete' = ANY (permissions);
UPDATE "tenant_role" SET permissions = array_append(permissions, 'asset:manage') WHERE 'device-type:manage' = ANY (permissions);
RESET ROLE;
