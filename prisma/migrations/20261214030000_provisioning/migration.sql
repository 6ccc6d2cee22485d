-- Keys by which machines let themselves in: each is known by its key, and proves itself by a secret of which only the digest is kept.
CREATE TABLE "provisioning_key" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "secret_digest" BYTEA NOT NULL,
    "secret_prefix" TEXT NOT NULL,
    "makes_new" BOOLEAN NOT NULL,
    "makes_gateways" BOOLEAN NOT NULL DEFAULT false,
    "type_id" UUID,
    "most_uses" INTEGER,
    "used_count" INTEGER NOT NULL DEFAULT 0,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "refused_at" TIMESTAMPTZ(3),
    "refused_code" TEXT,
    "refused_name" TEXT,

    CONSTRAINT "provisioning_key_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "provisioning_key_key_key" ON "provisioning_key"("key");

-- AddForeignKey
ALTER TABLE "provisioning_key" ADD CONSTRAINT "provisioning_key_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "provisioning_key" ADD CONSTRAINT "provisioning_key_tenant_id_type_id_fkey" FOREIGN KEY ("tenant_id", "type_id") REFERENCES "device_type"("tenant_id", "id") ON DELETE SET NULL ("type_id") ON UPDATE CASCADE;

ALTER TABLE "provisioning_key" ADD CONSTRAINT "provisioning_key_uses" CHECK (most_uses > 0 AND used_count >= 0 AND (most_uses IS NULL OR used_count <= most_uses));

-- By which key a machine let itself in, the last time.
ALTER TABLE "device"
    ADD COLUMN "provisioned_by" UUID,
    ADD COLUMN "provisioned_at" TIMESTAMPTZ(3);
ALTER TABLE "device" ADD CONSTRAINT "device_tenant_id_provisioned_by_fkey" FOREIGN KEY ("tenant_id", "provisioned_by") REFERENCES "provisioning_key"("tenant_id", "id") ON DELETE SET NULL ("provisioned_by") ON UPDATE CASCADE;

-- A machine may ask for itself by a key. The gateway process thinks up what it is let in by and keeps it until the worker has said yes: here is only the digest.
ALTER TABLE "device_request"
    ALTER COLUMN "parent_id" DROP NOT NULL,
    ALTER COLUMN "name" DROP NOT NULL,
    ADD COLUMN "key_id" UUID,
    ADD COLUMN "wants_gateway" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "token_digest" BYTEA,
    ADD COLUMN "token_prefix" TEXT;
ALTER TABLE "device_request" ADD CONSTRAINT "device_request_tenant_id_key_id_fkey" FOREIGN KEY ("tenant_id", "key_id") REFERENCES "provisioning_key"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "device_request" DROP CONSTRAINT "device_request_state";
ALTER TABLE "device_request" ADD CONSTRAINT "device_request_state" CHECK (state IN ('asked', 'refused', 'done') AND (state = 'refused') = (code IS NOT NULL));
ALTER TABLE "device_request" ADD CONSTRAINT "device_request_asker" CHECK ((parent_id IS NOT NULL AND name IS NOT NULL AND key_id IS NULL) OR (parent_id IS NULL AND key_id IS NOT NULL AND token_digest IS NOT NULL AND token_prefix IS NOT NULL));
DROP INDEX "device_request_refused";
CREATE INDEX "device_request_answered" ON "device_request" (at) WHERE state <> 'asked';

ALTER TABLE "provisioning_key" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "provisioning_key" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "provisioning_key" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "provisioning_key" TO tenon_system USING (true) WITH CHECK (true);
CREATE POLICY ingest_access ON "provisioning_key" TO tenon_ingest USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "provisioning_key" TO tenon_app;
GRANT SELECT, DELETE ON "provisioning_key" TO tenon_system;
-- The gateway looks whether a secret is the key's, and notes that one was not.
GRANT SELECT, UPDATE (refused_count, refused_at, refused_code, refused_name) ON "provisioning_key" TO tenon_ingest;
