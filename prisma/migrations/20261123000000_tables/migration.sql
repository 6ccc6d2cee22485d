-- CreateTable
CREATE TABLE "energy_slot" (
    "tenant_id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "series_id" INTEGER NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "energy_kwh" DOUBLE PRECISION NOT NULL,
    "covered_ms" INTEGER,
    "is_estimated" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "energy_slot_pkey" PRIMARY KEY ("tenant_id","subscription_id","series_id","start_at")
);

-- CreateTable
CREATE TABLE "device" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "profile" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "device_token" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "prefix" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "device_token_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "device_presence" (
    "tenant_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "is_connected" BOOLEAN NOT NULL DEFAULT false,
    "last_seen_at" TIMESTAMPTZ(3),
    "gateway_id" TEXT,

    CONSTRAINT "device_presence_pkey" PRIMARY KEY ("tenant_id","device_id")
);

-- CreateTable
CREATE TABLE "device_refusal" (
    "tenant_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "device_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "code" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "sample" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "door" TEXT NOT NULL,

    CONSTRAINT "device_refusal_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "tenant" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "suspended_reason" TEXT,
    "suspended_at" TIMESTAMPTZ(3),
    "time_zone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tenant_member" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenant_member_pkey" PRIMARY KEY ("tenant_id","user_id")
);

-- CreateTable
CREATE TABLE "platform_staff" (
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "platform_staff_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "mail_message" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publisher" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publisher_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "app" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "publisher_tenant_id" UUID,
    "publisher_id" UUID,
    "publisher_name" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "listed_version_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_version" (
    "id" UUID NOT NULL,
    "app_id" UUID NOT NULL,
    "publisher_tenant_id" UUID,
    "version" TEXT NOT NULL,
    "manifest" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "app_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "app_id" UUID NOT NULL,
    "app_version_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "granted_scopes" TEXT[],
    "is_configured" BOOLEAN NOT NULL DEFAULT false,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "tenant_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "action" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor" TEXT NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "system_access" (
    "reason" TEXT NOT NULL,
    "hour_at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "system_access_pkey" PRIMARY KEY ("reason","hour_at")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "tenant_id" UUID,
    "job" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "subject" TEXT,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issued_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series" (
    "tenant_id" UUID NOT NULL,
    "id" SERIAL NOT NULL,
    "device_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "unit" TEXT,
    "quantity" TEXT NOT NULL,
    "is_quantity_chosen" BOOLEAN NOT NULL DEFAULT false,
    "interval_ms" INTEGER,
    "interval_stamp" TEXT,
    "value_kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "series_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "device_tenant_id_name_key" ON "device"("tenant_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "device_token_digest_key" ON "device_token"("digest");

-- CreateIndex
CREATE INDEX "device_token_tenant_id_device_id_idx" ON "device_token"("tenant_id", "device_id");

-- CreateIndex
CREATE INDEX "device_refusal_tenant_id_device_id_at_idx" ON "device_refusal"("tenant_id", "device_id", "at" DESC);

-- CreateIndex
CREATE INDEX "tenant_created_at_id_idx" ON "tenant"("created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "tenant_member_user_id_idx" ON "tenant_member"("user_id");

-- CreateIndex
CREATE INDEX "mail_message_written_at_id_idx" ON "mail_message"("written_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "publisher_name_key" ON "publisher"("name");

-- CreateIndex
CREATE UNIQUE INDEX "publisher_tenant_id_key" ON "publisher"("tenant_id");

-- CreateIndex
CREATE UNIQUE INDEX "app_slug_key" ON "app"("slug");

-- CreateIndex
CREATE INDEX "app_version_state_submitted_at_idx" ON "app_version"("state", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "app_version_app_id_version_key" ON "app_version"("app_id", "version");

-- CreateIndex
CREATE INDEX "outbox_tenant_id_subject_idx" ON "outbox"("tenant_id", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "series_tenant_id_device_id_key_key" ON "series"("tenant_id", "device_id", "key");

-- AddForeignKey
ALTER TABLE "energy_slot" ADD CONSTRAINT "energy_slot_tenant_id_subscription_id_fkey" FOREIGN KEY ("tenant_id", "subscription_id") REFERENCES "subscription"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "energy_slot" ADD CONSTRAINT "energy_slot_tenant_id_series_id_fkey" FOREIGN KEY ("tenant_id", "series_id") REFERENCES "series"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_token" ADD CONSTRAINT "device_token_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_presence" ADD CONSTRAINT "device_presence_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_refusal" ADD CONSTRAINT "device_refusal_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant_member" ADD CONSTRAINT "tenant_member_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publisher" ADD CONSTRAINT "publisher_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app" ADD CONSTRAINT "app_publisher_tenant_id_publisher_id_fkey" FOREIGN KEY ("publisher_tenant_id", "publisher_id") REFERENCES "publisher"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app_version" ADD CONSTRAINT "app_version_app_id_fkey" FOREIGN KEY ("app_id") REFERENCES "app"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_app_id_fkey" FOREIGN KEY ("app_id") REFERENCES "app"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_app_version_id_fkey" FOREIGN KEY ("app_version_id") REFERENCES "app_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Beyond what Prisma can say: closed vocabularies, and the indexes of partial sets.
ALTER TABLE "tenant" ADD CONSTRAINT "tenant_state_known" CHECK (state IN ('active', 'suspended'));
ALTER TABLE "tenant_member" ADD CONSTRAINT "tenant_member_role_known" CHECK (role IN ('owner'));
ALTER TABLE "platform_staff" ADD CONSTRAINT "platform_staff_role_known" CHECK (role IN ('support', 'review', 'root'));
ALTER TABLE "device" ADD CONSTRAINT "device_kind_known" CHECK (kind IN ('machine', 'simulated'));
ALTER TABLE "series" ADD CONSTRAINT "series_quantity_known" CHECK (quantity IN ('gauge', 'interval', 'counter', 'power', 'state'));
ALTER TABLE "series" ADD CONSTRAINT "series_value_kind_known" CHECK (value_kind IN ('number', 'text', 'boolean', 'json'));
ALTER TABLE "series" ADD CONSTRAINT "series_interval_stamp_known" CHECK (interval_stamp IN ('start', 'end'));
ALTER TABLE "app" ADD CONSTRAINT "app_engine_known" CHECK (engine IN ('energy', 'indicators'));
ALTER TABLE "app_version" ADD CONSTRAINT "app_version_state_known" CHECK (state IN ('submitted', 'listed', 'rejected', 'superseded'));
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_state_known" CHECK (state IN ('active', 'ended'));
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_state_known" CHECK (state IN ('pending', 'issued', 'done', 'failed'));
-- A company runs an app once at a time.
CREATE UNIQUE INDEX "subscription_one_active" ON "subscription" (tenant_id, app_id) WHERE state = 'active';
-- A machine has one working token at a time.
CREATE UNIQUE INDEX "device_token_one_valid" ON "device_token" (tenant_id, device_id) WHERE revoked_at IS NULL;
-- What relay and sweeper look for; finished rows are not in it.
CREATE INDEX "outbox_open" ON "outbox" (id) WHERE state IN ('pending', 'issued');
CREATE INDEX "audit_entry_recent" ON "audit_entry" (tenant_id, at DESC, id DESC);
