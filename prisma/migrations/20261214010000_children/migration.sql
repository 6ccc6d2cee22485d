-- Machines behind machines: a gateway speaks for its children, each known to it by a name. The name there stays when somebody renames the machine.
ALTER TABLE "device"
    ADD COLUMN "gateway_mode" TEXT NOT NULL DEFAULT 'none',
    ADD COLUMN "parent_id" UUID,
    ADD COLUMN "known_as" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "device_tenant_id_parent_id_known_as_key" ON "device"("tenant_id", "parent_id", "known_as");

-- What stood behind a gateway that is deleted stays, behind none.
ALTER TABLE "device" ADD CONSTRAINT "device_tenant_id_parent_id_fkey" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "device"("tenant_id", "id") ON DELETE SET NULL ("parent_id") ON UPDATE CASCADE;
ALTER TABLE "device" ADD CONSTRAINT "device_gateway_mode" CHECK (gateway_mode IN ('none', 'listed', 'open'));
ALTER TABLE "device" ADD CONSTRAINT "device_child" CHECK (parent_id IS NULL OR (known_as IS NOT NULL AND gateway_mode = 'none'));

-- What a machine asks for that only the worker may do: a machine to be added. The row goes when it is there, and stays for a while where it was refused.
CREATE TABLE "device_request" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "parent_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type_name" TEXT,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "code" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_request_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "device_request_tenant_id_parent_id_name_key" ON "device_request"("tenant_id", "parent_id", "name");

-- AddForeignKey
ALTER TABLE "device_request" ADD CONSTRAINT "device_request_tenant_id_parent_id_fkey" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "device_request" ADD CONSTRAINT "device_request_state" CHECK (state IN ('asked', 'refused') AND (state = 'refused') = (code IS NOT NULL));
-- Those that wait, in the order in which they came; those that are let go.
CREATE INDEX "device_request_asked" ON "device_request" (tenant_id, at) WHERE state = 'asked';
CREATE INDEX "device_request_refused" ON "device_request" (at) WHERE state = 'refused';

ALTER TABLE "device_request" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "device_request" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "device_request" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "device_request" TO tenon_system USING (true) WITH CHECK (true);
CREATE POLICY ingest_access ON "device_request" TO tenon_ingest USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE, DELETE ON "device_request" TO tenon_app;
GRANT SELECT, UPDATE, DELETE ON "device_request" TO tenon_system;
-- The gateway asks, and asks again; what becomes of it is the worker's to say.
GRANT SELECT, INSERT, UPDATE (state, code, details, type_name, at) ON "device_request" TO tenon_ingest;
