-- What an edge node, or a device behind one, said of itself when it was last born by Sparkplug B: who it is there, how its session stands, and what can be written to it.
CREATE TABLE "sparkplug_session" (
    "tenant_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "gateway_id" TEXT NOT NULL,
    "group_name" TEXT NOT NULL,
    "node_name" TEXT NOT NULL,
    "device_name" TEXT,
    "is_alive" BOOLEAN NOT NULL,
    "born_at" TIMESTAMPTZ(3) NOT NULL,
    "died_at" TIMESTAMPTZ(3),
    "bd_seq" INTEGER,
    "last_seq" INTEGER,
    "rebirths_asked" INTEGER NOT NULL DEFAULT 0,
    "metric_count" INTEGER NOT NULL,
    "metrics" JSONB NOT NULL,

    CONSTRAINT "sparkplug_session_pkey" PRIMARY KEY ("tenant_id","device_id")
);

-- AddForeignKey
ALTER TABLE "sparkplug_session" ADD CONSTRAINT "sparkplug_session_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Those that a gateway that was killed left alive.
CREATE INDEX "sparkplug_session_alive" ON "sparkplug_session" (gateway_id) WHERE is_alive;

ALTER TABLE "sparkplug_session" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sparkplug_session" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "sparkplug_session" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "sparkplug_session" TO tenon_system USING (true) WITH CHECK (true);
CREATE POLICY ingest_access ON "sparkplug_session" TO tenon_ingest USING (true) WITH CHECK (true);
GRANT SELECT ON "sparkplug_session" TO tenon_app;
GRANT SELECT, DELETE ON "sparkplug_session" TO tenon_system;
GRANT SELECT, INSERT, UPDATE ON "sparkplug_session" TO tenon_ingest;
