-- CreateTable
CREATE TABLE "notice" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "facts" JSONB NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "notice_receipt" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_receipt_pkey" PRIMARY KEY ("tenant_id","user_id","notice_id")
);

-- CreateTable
CREATE TABLE "notice_preference" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL,

    CONSTRAINT "notice_preference_pkey" PRIMARY KEY ("tenant_id","user_id","kind","channel")
);

-- CreateTable
CREATE TABLE "notice_robot" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "address_hint" TEXT NOT NULL,
    "address_sealed" TEXT NOT NULL,
    "notice_kinds" TEXT[],
    "failure_count" INTEGER NOT NULL DEFAULT 0,
    "paused_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_robot_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "notice_delivery" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "user_id" UUID,
    "robot_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_fault" TEXT,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_delivery_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "notice_raised_at_idx" ON "notice"("raised_at");

-- CreateIndex
CREATE INDEX "notice_receipt_tenant_id_user_id_raised_at_notice_id_idx" ON "notice_receipt"("tenant_id", "user_id", "raised_at" DESC, "notice_id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "notice_delivery_tenant_id_notice_id_user_id_key" ON "notice_delivery"("tenant_id", "notice_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_delivery_tenant_id_notice_id_robot_id_key" ON "notice_delivery"("tenant_id", "notice_id", "robot_id");

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_receipt" ADD CONSTRAINT "notice_receipt_tenant_id_notice_id_fkey" FOREIGN KEY ("tenant_id", "notice_id") REFERENCES "notice"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_receipt" ADD CONSTRAINT "notice_receipt_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "tenant_member"("tenant_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "tenant_member"("tenant_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_robot" ADD CONSTRAINT "notice_robot_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_tenant_id_notice_id_fkey" FOREIGN KEY ("tenant_id", "notice_id") REFERENCES "notice"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "tenant_member"("tenant_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_tenant_id_robot_id_fkey" FOREIGN KEY ("tenant_id", "robot_id") REFERENCES "notice_robot"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_channel" CHECK (channel IN ('inbox', 'mail'));
ALTER TABLE "notice_robot" ADD CONSTRAINT "notice_robot_kind" CHECK (kind IN ('wecom', 'dingtalk', 'feishu'));
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_state" CHECK (state IN ('waiting', 'delivered', 'failed'));
-- To a mailbox or to a robot.
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_target" CHECK ((user_id IS NULL) <> (robot_id IS NULL));
-- Every page of the portal asks how many are unread.
CREATE INDEX "notice_receipt_unread" ON "notice_receipt" (tenant_id, user_id) WHERE read_at IS NULL;

ALTER TABLE "notice" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "notice" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "notice" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "notice" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "notice" TO tenon_system;
ALTER TABLE "notice_receipt" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "notice_receipt" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "notice_receipt" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "notice_receipt" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "notice_receipt" TO tenon_system;
ALTER TABLE "notice_preference" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "notice_preference" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "notice_preference" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "notice_preference" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "notice_preference" TO tenon_system;
ALTER TABLE "notice_robot" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "notice_robot" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "notice_robot" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "notice_robot" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "notice_robot" TO tenon_system;
ALTER TABLE "notice_delivery" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "notice_delivery" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "notice_delivery" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "notice_delivery" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "notice_delivery" TO tenon_system;

GRANT SELECT, INSERT ON "notice" TO tenon_app;
GRANT SELECT, INSERT ON "notice_receipt" TO tenon_app;
GRANT UPDATE (read_at) ON "notice_receipt" TO tenon_app;
GRANT SELECT, INSERT, UPDATE ON "notice_preference" TO tenon_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "notice_robot" TO tenon_app;
GRANT SELECT, INSERT ON "notice_delivery" TO tenon_app;
GRANT UPDATE (state, attempts, last_fault, finished_at) ON "notice_delivery" TO tenon_app;
