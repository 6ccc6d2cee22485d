-- CreateTable
CREATE TABLE "card_attempt" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "attempt_no" INTEGER NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "started_by" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "session_id" TEXT,
    "url" TEXT,
    "intent" TEXT,
    "failure" TEXT,
    "dispute" TEXT,

    CONSTRAINT "card_attempt_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "card_refund" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "failure" TEXT,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "card_refund_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "card_event" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "news" JSONB,
    "problem" TEXT,
    "invoice_number" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "card_event_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "payment" ADD COLUMN "card_attempt_id" UUID, ADD COLUMN "card_move" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "card_attempt_session_id_key" ON "card_attempt"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "card_attempt_intent_key" ON "card_attempt"("intent");

-- CreateIndex
CREATE UNIQUE INDEX "card_attempt_tenant_id_invoice_id_attempt_no_key" ON "card_attempt"("tenant_id", "invoice_id", "attempt_no");

-- CreateIndex
CREATE INDEX "card_refund_tenant_id_attempt_id_idx" ON "card_refund"("tenant_id", "attempt_id");

-- CreateIndex
CREATE INDEX "card_event_received_at_id_idx" ON "card_event"("received_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_tenant_id_card_move_key" ON "payment"("tenant_id", "card_move");

-- AddForeignKey
ALTER TABLE "card_attempt" ADD CONSTRAINT "card_attempt_tenant_id_invoice_id_fkey" FOREIGN KEY ("tenant_id", "invoice_id") REFERENCES "invoice"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_refund" ADD CONSTRAINT "card_refund_tenant_id_attempt_id_fkey" FOREIGN KEY ("tenant_id", "attempt_id") REFERENCES "card_attempt"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_tenant_id_card_attempt_id_fkey" FOREIGN KEY ("tenant_id", "card_attempt_id") REFERENCES "card_attempt"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "card_attempt" ADD CONSTRAINT "card_attempt_known" CHECK (state IN ('open', 'paid', 'failed', 'expired') AND dispute IN ('open', 'won', 'lost') AND amount_minor > 0);
ALTER TABLE "card_refund" ADD CONSTRAINT "card_refund_known" CHECK (state IN ('asked', 'sent', 'done', 'failed') AND amount_minor > 0);
ALTER TABLE "card_event" ADD CONSTRAINT "card_event_problem_known" CHECK (problem IN ('unknown', 'amount', 'currency', 'refund-elsewhere'));

-- What the payment service told is kept as it was; what is done about it is noted beside.
CREATE TRIGGER card_event_all_kept BEFORE TRUNCATE ON "card_event" FOR EACH STATEMENT EXECUTE FUNCTION tenon_keep_all_issued();

ALTER TABLE "card_attempt" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "card_attempt" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "card_attempt" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "card_attempt" TO tenon_system USING (true) WITH CHECK (true);
ALTER TABLE "card_refund" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "card_refund" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "card_refund" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "card_refund" TO tenon_system USING (true) WITH CHECK (true);

-- A company begins a payment and is told how it went; nothing it does says that money moved.
GRANT SELECT, INSERT ON "card_attempt" TO tenon_app;
GRANT UPDATE (session_id, url) ON "card_attempt" TO tenon_app;
GRANT SELECT ON "card_refund" TO tenon_app;
GRANT SELECT ON "card_attempt" TO tenon_system;
GRANT UPDATE (state, intent, failure, dispute) ON "card_attempt" TO tenon_system;
GRANT SELECT, INSERT ON "card_refund", "card_event" TO tenon_system;
GRANT UPDATE (state, failure) ON "card_refund" TO tenon_system;
GRANT UPDATE (problem, invoice_number) ON "card_event" TO tenon_system;
