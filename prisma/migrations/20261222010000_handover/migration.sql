-- A machine that its company releases to whichever other takes it: by a code of which only the digest is here, or by the secret that the machine tells of itself.
CREATE TABLE "device_handover" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "code_digest" BYTEA,
    "secret_digest" BYTEA,
    "secret_until" TIMESTAMPTZ(3),
    "keeps_credentials" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),
    "taker_name" TEXT,

    CONSTRAINT "device_handover_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "device_handover_code_digest_key" ON "device_handover"("code_digest");
-- CreateIndex
CREATE INDEX "device_handover_tenant_id_device_id_created_at_idx" ON "device_handover"("tenant_id", "device_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "device_handover" ADD CONSTRAINT "device_handover_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "device_handover" ADD CONSTRAINT "device_handover_way" CHECK ((way = 'code' AND code_digest IS NOT NULL AND secret_digest IS NULL) OR (way = 'machine' AND code_digest IS NULL));
ALTER TABLE "device_handover" ADD CONSTRAINT "device_handover_secret" CHECK ((secret_digest IS NULL) = (secret_until IS NULL));
ALTER TABLE "device_handover" ADD CONSTRAINT "device_handover_end" CHECK ((taken_at IS NULL) = (taker_name IS NULL) AND (taken_at IS NULL OR withdrawn_at IS NULL));
-- A machine is released once at a time.
CREATE UNIQUE INDEX "device_handover_one_open" ON "device_handover" (tenant_id, device_id) WHERE withdrawn_at IS NULL AND taken_at IS NULL;
-- By which a machine is looked for that told its secret.
CREATE INDEX "device_handover_offered" ON "device_handover" (secret_digest) WHERE secret_digest IS NOT NULL AND withdrawn_at IS NULL AND taken_at IS NULL;

ALTER TABLE "device_handover" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "device_handover" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "device_handover" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "device_handover" TO tenon_system USING (true) WITH CHECK (true);
CREATE POLICY ingest_access ON "device_handover" TO tenon_ingest USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "device_handover" TO tenon_app;
-- Whoever takes it is another company: one transaction that sees both.
GRANT SELECT, UPDATE, DELETE ON "device_handover" TO tenon_system;
-- The gateway keeps what a machine told of itself, where its company allowed it.
GRANT SELECT, UPDATE (secret_digest, secret_until) ON "device_handover" TO tenon_ingest;
