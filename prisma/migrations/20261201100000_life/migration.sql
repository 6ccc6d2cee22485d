-- Where a company stands in its life. `held` is the standing to which one that is suspended by the office, or closed, goes back.
CREATE TABLE "company_standing" (
    "tenant_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "because" TEXT,
    "since_day" DATE NOT NULL,
    "held" JSONB,
    "reason" TEXT,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "told" TEXT,
    "looked_on" DATE,
    "billed_move" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "company_standing_pkey" PRIMARY KEY ("tenant_id")
);

-- Every move of every company, numbered from 1; the first is its beginning.
CREATE TABLE "company_move" (
    "tenant_id" UUID NOT NULL,
    "move_no" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "from_state" TEXT,
    "from_because" TEXT,
    "to_state" TEXT NOT NULL,
    "to_because" TEXT,
    "on_day" DATE NOT NULL,
    "reason" TEXT,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_move_pkey" PRIMARY KEY ("tenant_id","move_no")
);

-- CreateIndex
CREATE INDEX "company_standing_state_idx" ON "company_standing"("state");

-- AddForeignKey
ALTER TABLE "company_standing" ADD CONSTRAINT "company_standing_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_move" ADD CONSTRAINT "company_move_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- `state` and `suspended_because` of a company say what its standing says, for those who read them with each request and each token.
ALTER TABLE "tenant" ADD COLUMN "suspended_because" TEXT;
ALTER TABLE "tenant" DROP CONSTRAINT "tenant_state_known";
ALTER TABLE "tenant" ADD CONSTRAINT "tenant_state_known" CHECK (state IN ('trial', 'active', 'past-due', 'suspended', 'closed', 'erased'));
ALTER TABLE "tenant" ADD CONSTRAINT "tenant_suspended_because_known" CHECK (suspended_because IN ('trial-ended', 'unpaid', 'office'));
ALTER TABLE "tenant" ALTER COLUMN "state" SET DEFAULT 'trial';

ALTER TABLE "company_standing" ADD CONSTRAINT "company_standing_state" CHECK (state IN ('trial', 'active', 'past-due', 'suspended', 'closed', 'erased'));
ALTER TABLE "company_standing" ADD CONSTRAINT "company_standing_because" CHECK (because IN ('trial-ended', 'unpaid', 'office') AND state = 'suspended' OR because IS NULL AND state <> 'suspended');
ALTER TABLE "company_standing" ADD CONSTRAINT "company_standing_held" CHECK ((held IS NOT NULL) = (state = 'closed' OR because IS NOT DISTINCT FROM 'office'));
ALTER TABLE "company_move" ADD CONSTRAINT "company_move_number" CHECK (move_no > 0);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['company_standing', 'company_move'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()))', t);
    EXECUTE format('CREATE POLICY system_access ON %I TO tenon_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- What was is not changed.
GRANT SELECT, INSERT ON "company_move" TO tenon_app, tenon_system;
GRANT SELECT, UPDATE ON "company_standing" TO tenon_app;
GRANT SELECT, INSERT, UPDATE ON "company_standing" TO tenon_system;

-- Those there are: suspended by the office, or active where a plan is paid for, or on trial with all its days before them.
SET ROLE tenon_system;
INSERT INTO "company_standing" (tenant_id, state, because, since_day, held, reason, moved_at)
SELECT c.id, CASE WHEN c.is_suspended THEN 'suspended' ELSE c.running END, CASE WHEN c.is_suspended THEN 'office' END, c.today,
  CASE WHEN c.is_suspended THEN jsonb_build_object('state', c.running, 'sinceDay', c.today - DATE '1970-01-01') END, c.suspended_reason, COALESCE(c.suspended_at, now())
FROM (SELECT t.id, t.state = 'suspended' AS is_suspended, t.suspended_reason, t.suspended_at, (now() AT TIME ZONE t.time_zone)::date AS today,
    CASE WHEN EXISTS (SELECT 1 FROM plan_choice p WHERE p.tenant_id = t.id AND p.withdrawn_at IS NULL AND p.plan <> 'trial' AND p.from_day <= (now() AT TIME ZONE t.time_zone)::date) THEN 'active' ELSE 'trial' END AS running
  FROM tenant t) c;
INSERT INTO "company_move" (tenant_id, move_no, cause, from_state, to_state, to_because, on_day, reason)
SELECT tenant_id, 1, 'upgraded', held ->> 'state', state, because, since_day, reason FROM "company_standing";
UPDATE "tenant" t SET state = s.state, suspended_because = s.because FROM "company_standing" s WHERE s.tenant_id = t.id;
RESET ROLE;

-- Whoever makes a company makes its first day with it.
CREATE FUNCTION tenon_begin_life() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE today date := (now() AT TIME ZONE NEW.time_zone)::date;
BEGIN
  INSERT INTO company_standing (tenant_id, state, since_day) VALUES (NEW.id, 'trial', today);
  INSERT INTO company_move (tenant_id, move_no, cause, to_state, on_day) VALUES (NEW.id, 1, 'signed-up', 'trial', today);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION tenon_begin_life() FROM PUBLIC;
CREATE TRIGGER begin_life AFTER INSERT ON "tenant" FOR EACH ROW EXECUTE FUNCTION tenon_begin_life();
