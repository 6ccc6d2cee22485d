-- Many machines updated or configured, in stages.
CREATE TABLE "campaign" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "package_id" UUID,
    "values" JSONB,
    "plan" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "paused_because" TEXT,
    "stage" INTEGER NOT NULL DEFAULT 0,
    "reached_at" TIMESTAMPTZ(3),
    "forgiven_failures" INTEGER NOT NULL DEFAULT 0,
    "author" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "campaign_machine" (
    "tenant_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "is_open" BOOLEAN NOT NULL DEFAULT true,
    "name" TEXT NOT NULL,
    "stage" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "state_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "code" TEXT,
    "words" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "offered_at" TIMESTAMPTZ(3),
    "before" JSONB,

    CONSTRAINT "campaign_machine_pkey" PRIMARY KEY ("tenant_id","campaign_id","device_id")
);

-- CreateIndex
CREATE INDEX "campaign_tenant_id_created_at_idx" ON "campaign"("tenant_id", "created_at");

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_tenant_id_package_id_fkey" FOREIGN KEY ("tenant_id", "package_id") REFERENCES "ota_package"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_machine" ADD CONSTRAINT "campaign_machine_tenant_id_campaign_id_fkey" FOREIGN KEY ("tenant_id", "campaign_id") REFERENCES "campaign"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the worker looks for every two seconds; and a machine is in one open campaign of a kind, whoever begins two at once.
CREATE INDEX campaign_under_way ON "campaign" (tenant_id, id) WHERE state IN ('running', 'paused', 'aborting', 'rolling-back');
CREATE UNIQUE INDEX campaign_machine_open ON "campaign_machine" (tenant_id, device_id, kind) WHERE is_open;
CREATE INDEX campaign_machine_stands ON "campaign_machine" (tenant_id, campaign_id, state);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['campaign', 'campaign_machine'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()))', t);
    EXECUTE format('CREATE POLICY system_access ON %I TO tenon_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tenon_app', t);
    EXECUTE format('GRANT SELECT, DELETE ON %I TO tenon_system', t);
  END LOOP;
END $$;
