-- That something about a company's sign-up asks for a person's look, and where that stands. `signals`: what holds just now, and by what; `asked`: what the
-- company is asked for, while it is.
CREATE TABLE "sign_up_review" (
    "tenant_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "signals" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "asked" TEXT,
    "asked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_up_review_pkey" PRIMARY KEY ("tenant_id")
);

-- The office's own record of what was decided about it, by whom, on what they saw, and why. Never changed.
CREATE TABLE "sign_up_decision" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "signals" JSONB NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_up_decision_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "sign_up_review_state_opened_at_tenant_id_idx" ON "sign_up_review"("state", "opened_at", "tenant_id");

-- CreateIndex
CREATE INDEX "company_profile_credit_code_idx" ON "company_profile"("credit_code");

-- AddForeignKey
ALTER TABLE "sign_up_review" ADD CONSTRAINT "sign_up_review_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_up_decision" ADD CONSTRAINT "sign_up_decision_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "sign_up_review"("tenant_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "sign_up_review" ADD CONSTRAINT "sign_up_review_state_known" CHECK (state IN ('open', 'asked', 'cleared', 'suspended', 'lapsed'));
ALTER TABLE "sign_up_review" ADD CONSTRAINT "sign_up_review_asked" CHECK ((state = 'asked') = (asked IS NOT NULL) AND (asked IS NULL) = (asked_at IS NULL));
ALTER TABLE "sign_up_decision" ADD CONSTRAINT "sign_up_decision_known" CHECK (decision IN ('clear', 'ask-papers', 'suspend'));

ALTER TABLE "sign_up_review" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sign_up_review" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "sign_up_review" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "sign_up_review" TO tenon_system USING (true) WITH CHECK (true);
CREATE POLICY erasing_only ON "sign_up_review" AS RESTRICTIVE FOR DELETE TO tenon_app USING (EXISTS (SELECT 1 FROM company_erasure e WHERE e.tenant_id = "sign_up_review".tenant_id AND e.finished_at IS NULL));
-- Whole, as erasing goes by rows; what a company is shown and takes along leaves the signals out, which may name another company.
GRANT SELECT, DELETE ON "sign_up_review" TO tenon_app;
GRANT SELECT, INSERT, UPDATE ON "sign_up_review" TO tenon_system;

ALTER TABLE "sign_up_decision" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sign_up_decision" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "sign_up_decision" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "sign_up_decision" TO tenon_system USING (true) WITH CHECK (true);
CREATE POLICY erasing_only ON "sign_up_decision" AS RESTRICTIVE FOR DELETE TO tenon_app USING (EXISTS (SELECT 1 FROM company_erasure e WHERE e.tenant_id = "sign_up_decision".tenant_id AND e.finished_at IS NULL));
GRANT SELECT, DELETE ON "sign_up_decision" TO tenon_app;
GRANT SELECT, INSERT ON "sign_up_decision" TO tenon_system;
