-- Who may say which machine is which by certificates: the company's own authority, whose key is sealed here, or one of theirs, whose key they proved to have.
CREATE TABLE "certificate_authority" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "certificate" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "not_after" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "challenge" TEXT,
    "private_sealed" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "stranger_name" TEXT,
    "stranger_at" TIMESTAMPTZ(3),

    CONSTRAINT "certificate_authority_pkey" PRIMARY KEY ("tenant_id","id")
);
ALTER TABLE "certificate_authority" ADD CONSTRAINT "certificate_authority_kind" CHECK (kind IN ('own', 'theirs') AND (kind = 'own') >= (private_sealed IS NOT NULL));
ALTER TABLE "certificate_authority" ADD CONSTRAINT "certificate_authority_state" CHECK (state IN ('pending', 'active', 'ended') AND (state = 'ended') = (ended_at IS NOT NULL) AND (state = 'pending') <= (challenge IS NOT NULL));
-- The gateway looks for those that may have signed what a machine shows. Two companies may share an authority only where both have its key.
CREATE INDEX "certificate_authority_signers" ON "certificate_authority" (subject) WHERE kind = 'theirs' AND state = 'active';
CREATE UNIQUE INDEX "certificate_authority_once" ON "certificate_authority" (fingerprint) WHERE state = 'active';
CREATE UNIQUE INDEX "certificate_authority_one_own" ON "certificate_authority" (tenant_id) WHERE kind = 'own' AND state = 'active';

-- A certificate that the company's own authority gave a machine.
CREATE TABLE "device_certificate" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "serial" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "not_after" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "device_certificate_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "device_certificate_fingerprint_key" ON "device_certificate"("fingerprint");

-- CreateIndex
CREATE INDEX "device_certificate_tenant_id_device_id_idx" ON "device_certificate"("tenant_id", "device_id");

-- AddForeignKey
ALTER TABLE "device_certificate" ADD CONSTRAINT "device_certificate_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_certificate" ADD CONSTRAINT "device_certificate_tenant_id_authority_id_fkey" FOREIGN KEY ("tenant_id", "authority_id") REFERENCES "certificate_authority"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A certificate of an authority of theirs that lets nobody in any more.
CREATE TABLE "revoked_serial" (
    "tenant_id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "serial" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revoked_serial_pkey" PRIMARY KEY ("tenant_id","authority_id","serial")
);

-- AddForeignKey
ALTER TABLE "revoked_serial" ADD CONSTRAINT "revoked_serial_tenant_id_authority_id_fkey" FOREIGN KEY ("tenant_id", "authority_id") REFERENCES "certificate_authority"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_authority" ADD CONSTRAINT "certificate_authority_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['certificate_authority', 'device_certificate', 'revoked_serial'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()))', t);
    EXECUTE format('CREATE POLICY system_access ON %I TO tenon_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY ingest_access ON %I TO tenon_ingest USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tenon_app', t);
    EXECUTE format('GRANT SELECT, DELETE ON %I TO tenon_system', t);
  END LOOP;
END $$;
GRANT SELECT ON device_certificate, revoked_serial TO tenon_ingest;
-- All but the key; and the gateway notes who came that no machine is called.
GRANT SELECT (tenant_id, id, kind, name, subject, certificate, fingerprint, not_after, state), UPDATE (stranger_name, stranger_at) ON certificate_authority TO tenon_ingest;
GRANT UPDATE (private_sealed) ON certificate_authority TO tenon_system;
