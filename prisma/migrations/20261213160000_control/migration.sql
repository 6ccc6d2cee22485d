-- What is sent to machines. The state a machine is asked to take is kept key by key with the version in which it became so, so that a machine
-- that was away can be told what changed since; what it reports is `device.attributes`, now with a version and the time of each key.
ALTER TABLE "device"
    ADD COLUMN "reported_version" BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN "reported_at" JSONB NOT NULL DEFAULT '{}',
    ADD COLUMN "desired_version" BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN "last_command_number" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "desired_attribute" (
    "tenant_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB,
    "version" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desired_attribute_pkey" PRIMARY KEY ("tenant_id","device_id","key")
);

CREATE TABLE "device_command" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "request_key" TEXT,
    "method" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "expects_answer" BOOLEAN NOT NULL,
    "timeout_ms" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "due_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "gateway_id" TEXT,
    "answer" JSONB,
    "failure" TEXT,

    CONSTRAINT "device_command_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "device_command_tenant_id_device_id_number_key" ON "device_command"("tenant_id", "device_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "device_command_tenant_id_request_key_key" ON "device_command"("tenant_id", "request_key");

-- AddForeignKey
ALTER TABLE "desired_attribute" ADD CONSTRAINT "desired_attribute_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_command" ADD CONSTRAINT "device_command_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "device_command" ADD CONSTRAINT "device_command_state" CHECK (state IN ('queued', 'sent', 'delivered', 'answered', 'timed-out', 'expired', 'cancelled', 'failed'));
ALTER TABLE "device_command" ADD CONSTRAINT "device_command_failure" CHECK (failure IN ('too-large', 'refused'));
-- Those that wait for a machine, in the order in which it gets them; those that time moves on; what a gateway that starts again left in the air.
CREATE INDEX "device_command_queued" ON "device_command" (tenant_id, device_id, number) WHERE state = 'queued';
CREATE INDEX "device_command_due" ON "device_command" (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX "device_command_in_the_air" ON "device_command" (gateway_id) WHERE state = 'sent' AND settled_at IS NULL;
CREATE INDEX "device_command_settled" ON "device_command" (settled_at) WHERE settled_at IS NOT NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['desired_attribute', 'device_command'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()))', t);
    EXECUTE format('CREATE POLICY system_access ON %I TO tenon_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY ingest_access ON %I TO tenon_ingest USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "desired_attribute", "device_command" TO tenon_app, tenon_system;
-- The gateway reads what to send, and writes what became of a command.
GRANT SELECT ON "desired_attribute", "device_command" TO tenon_ingest;
GRANT UPDATE (state, due_at, sent_at, delivered_at, settled_at, gateway_id, answer, failure) ON "device_command" TO tenon_ingest;
GRANT UPDATE (reported_version, reported_at) ON "device" TO tenon_ingest;
