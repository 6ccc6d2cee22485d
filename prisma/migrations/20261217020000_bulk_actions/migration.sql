-- One thing done to many machines, piece by piece, with what became of each.
CREATE TABLE "bulk_action" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "author" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_action_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "bulk_action_item" (
    "tenant_id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "outcome" TEXT,
    "code" TEXT,

    CONSTRAINT "bulk_action_item_pkey" PRIMARY KEY ("tenant_id","action_id","device_id")
);

-- AddForeignKey
ALTER TABLE "bulk_action" ADD CONSTRAINT "bulk_action_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_action_item" ADD CONSTRAINT "bulk_action_item_tenant_id_action_id_fkey" FOREIGN KEY ("tenant_id", "action_id") REFERENCES "bulk_action"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is still to be done is found at once, however much is done.
CREATE INDEX bulk_action_item_waiting ON "bulk_action_item" (tenant_id, action_id, device_id) WHERE outcome IS NULL;

ALTER TABLE "bulk_action" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "bulk_action" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "bulk_action" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "bulk_action" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "bulk_action" TO tenon_app, tenon_system;

ALTER TABLE "bulk_action_item" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "bulk_action_item" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "bulk_action_item" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "bulk_action_item" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "bulk_action_item" TO tenon_app, tenon_system;
