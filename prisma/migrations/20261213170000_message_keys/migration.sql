-- Under which name a machine sent a message whose readings have no times, and which stamps they got: sent again, it gets the same. Kept for a day.
CREATE TABLE "message_key" (
    "tenant_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "body_digest" BYTEA NOT NULL,
    "first_stamp_us" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_key_pkey" PRIMARY KEY ("tenant_id","device_id","digest")
);

-- CreateIndex
CREATE INDEX "message_key_at_idx" ON "message_key"("at");

-- AddForeignKey
ALTER TABLE "message_key" ADD CONSTRAINT "message_key_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "message_key" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "message_key" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "message_key" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "message_key" TO tenon_system USING (true) WITH CHECK (true);
CREATE POLICY ingest_access ON "message_key" TO tenon_ingest USING (true) WITH CHECK (true);
GRANT SELECT, DELETE ON "message_key" TO tenon_app;
GRANT SELECT, DELETE ON "message_key" TO tenon_system;
GRANT SELECT, INSERT, UPDATE (digest) ON "message_key" TO tenon_ingest;
