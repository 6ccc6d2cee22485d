-- Somebody of the platform office looks at a company as its own people see it, for some minutes, in one session of theirs. `operations` counts
-- what they asked, by root field or route. It is over at `ends_at`, whoever notes it; `settled_at` is when its end was told to the company.
CREATE TABLE "impersonation" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "staff_email" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "may_write" BOOLEAN NOT NULL DEFAULT false,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "operations" JSONB NOT NULL DEFAULT '{}',
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "impersonation_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "impersonation_tenant_id_began_at_idx" ON "impersonation"("tenant_id", "began_at" DESC);

-- AddForeignKey
ALTER TABLE "impersonation" ADD CONSTRAINT "impersonation_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "impersonation" ADD CONSTRAINT "impersonation_span" CHECK (ends_at > began_at AND ends_at <= began_at + interval '1 hour');
ALTER TABLE "impersonation" ADD CONSTRAINT "impersonation_end" CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND ended_by IN ('staff', 'time', 'sign-out', 'role', 'another'));
-- A person has one at a time.
CREATE UNIQUE INDEX impersonation_open ON "impersonation" (staff_id) WHERE ended_at IS NULL;
CREATE INDEX impersonation_unsettled ON "impersonation" (ends_at) WHERE settled_at IS NULL;

ALTER TABLE "impersonation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "impersonation" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "impersonation" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "impersonation" TO tenon_system USING (true) WITH CHECK (true);
-- A company takes it along, and it goes with the company; nothing else of the company's touches it.
CREATE POLICY erasing_only ON "impersonation" AS RESTRICTIVE FOR DELETE TO tenon_app USING (EXISTS (SELECT 1 FROM company_erasure e WHERE e.tenant_id = "impersonation".tenant_id AND e.finished_at IS NULL));
GRANT SELECT, DELETE ON "impersonation" TO tenon_app;
GRANT SELECT, INSERT, UPDATE ON "impersonation" TO tenon_system;
-- Sign-in finds it, counts in it, and ends it with its session.
CREATE POLICY sign_in_reads ON "impersonation" FOR SELECT TO tenon_auth USING (true);
CREATE POLICY sign_in_counts ON "impersonation" FOR UPDATE TO tenon_auth USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (operations, ended_at, ended_by) ON "impersonation" TO tenon_auth;

CREATE FUNCTION auth.tenon_end_impersonation() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  UPDATE impersonation SET ended_at = LEAST(now(), ends_at), ended_by = CASE WHEN now() < ends_at THEN 'sign-out' ELSE 'time' END WHERE session_id = OLD.id AND ended_at IS NULL;
  RETURN OLD;
END $$;
REVOKE ALL ON FUNCTION auth.tenon_end_impersonation() FROM PUBLIC;
CREATE TRIGGER session_ends_impersonation AFTER DELETE ON auth.session FOR EACH ROW EXECUTE FUNCTION auth.tenon_end_impersonation();
