-- A company's audit trail becomes a chain: entries are numbered without gaps, each holds the SHA-256 of itself and of the one
-- before, and nobody changes or deletes one. What was written before is numbered and chained here, in the order of its time.

-- tenon_audit keeps the chains: it owns the functions below, may move heads and drop what is past its time, and nothing else.
-- No process takes it on.
DO $$
BEGIN
  BEGIN
    CREATE ROLE tenon_audit NOLOGIN;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
  IF NOT pg_has_role(current_user, 'tenon_audit', 'SET') THEN
    EXECUTE 'GRANT tenon_audit TO CURRENT_USER WITH INHERIT FALSE, SET TRUE';
  END IF;
END $$;
GRANT USAGE, CREATE ON SCHEMA public TO tenon_audit;

ALTER TABLE "tenant" ADD COLUMN "audit_keep_months" INTEGER NOT NULL DEFAULT 24;
ALTER TABLE "tenant" ADD CONSTRAINT "tenant_audit_keep_months_range" CHECK (audit_keep_months BETWEEN 6 AND 120);

ALTER TABLE "audit_entry"
  ADD COLUMN "seq" BIGINT,
  ADD COLUMN "via" TEXT,
  ADD COLUMN "via_id" TEXT,
  ADD COLUMN "address" TEXT,
  ADD COLUMN "user_agent" TEXT,
  ADD COLUMN "subject_id" TEXT,
  ADD COLUMN "prev_hash" BYTEA,
  ADD COLUMN "hash" BYTEA;

-- CreateTable
CREATE TABLE "audit_head" (
    "tenant_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "dropped_seq" BIGINT NOT NULL DEFAULT 0,
    "dropped_hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("tenant_id")
);
-- Now, while it is empty: the owner, who would check the rows, is bound by row-level security and sees no company.
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The form of which an entry's hash is the SHA-256: each field as its length in bytes, a colon and its text, or a dash where
-- it is null, with commas between. packages/domain/src/audit says the same for those who check.
CREATE FUNCTION tenon_audit_hash(entry audit_entry) RETURNS bytea LANGUAGE sql STABLE
AS $$
  SELECT sha256(convert_to(string_agg(coalesce(octet_length(field) || ':' || field, '-'), ',' ORDER BY place), 'UTF8'))
  FROM unnest(ARRAY[
    'tenon-audit/1', encode(entry.prev_hash, 'hex'), entry.tenant_id::text, entry.seq::text,
    to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    entry.action, entry.actor_kind, entry.actor_id, entry.actor, entry.via, entry.via_id, entry.address, entry.user_agent,
    entry.subject_id, entry.details::text]) WITH ORDINALITY AS form (field, place)
$$;

-- Gives a new entry its number, its time and its link. The head is locked from here to the end of the transaction, so two
-- writers of one company cannot fork its chain; a transaction writes its entries last, when it needs no other lock.
CREATE FUNCTION tenon_audit_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE head audit_head%ROWTYPE;
BEGIN
  SELECT * INTO head FROM audit_head WHERE tenant_id = NEW.tenant_id FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO audit_head (tenant_id, seq, hash, at, dropped_hash)
    VALUES (NEW.tenant_id, 0, decode(repeat('00', 32), 'hex'), 'epoch', decode(repeat('00', 32), 'hex'))
    ON CONFLICT (tenant_id) DO NOTHING;
    SELECT * INTO STRICT head FROM audit_head WHERE tenant_id = NEW.tenant_id FOR UPDATE;
  END IF;
  NEW.seq := head.seq + 1;
  -- Never before the entry before, so that what is past its time is always a beginning of the chain.
  NEW.at := greatest(date_trunc('milliseconds', clock_timestamp()), head.at);
  NEW.prev_hash := head.hash;
  NEW.hash := tenon_audit_hash(NEW);
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash, at = NEW.at WHERE tenant_id = NEW.tenant_id;
  RETURN NEW;
END $$;

CREATE FUNCTION tenon_audit_refuse() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'tenon_audit' THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'What stands in an audit trail is neither changed nor deleted.' USING ERRCODE = 'insufficient_privilege';
END $$;

-- What is there already. The owner is bound by row-level security too, and sees nothing: tenon_system sees all.
GRANT INSERT ON audit_head TO tenon_system;
SET ROLE tenon_system;
DO $$
DECLARE
  entry audit_entry;
  last audit_head;
BEGIN
  FOR entry IN SELECT * FROM audit_entry ORDER BY tenant_id, at, id LOOP
    IF last.tenant_id IS DISTINCT FROM entry.tenant_id THEN
      last := ROW(entry.tenant_id, 0, decode(repeat('00', 32), 'hex'), NULL, 0, decode(repeat('00', 32), 'hex'));
    END IF;
    entry.seq := last.seq + 1;
    entry.subject_id := CASE split_part(entry.action, '.', 1)
      WHEN 'tenant' THEN entry.tenant_id::text
      WHEN 'device' THEN entry.details->>'deviceId'
      WHEN 'series' THEN entry.details->>'seriesId'
      WHEN 'subscription' THEN entry.details->>'subscriptionId'
      WHEN 'publisher' THEN entry.details->>'publisherId'
      WHEN 'app-version' THEN entry.details->>'appVersionId'
    END;
    entry.prev_hash := last.hash;
    entry.hash := tenon_audit_hash(entry);
    last.seq := entry.seq;
    last.hash := entry.hash;
    UPDATE audit_entry SET seq = entry.seq, subject_id = entry.subject_id, prev_hash = entry.prev_hash, hash = entry.hash WHERE tenant_id = entry.tenant_id AND id = entry.id;
  END LOOP;
  INSERT INTO audit_head (tenant_id, seq, hash, at, dropped_hash)
  SELECT DISTINCT ON (tenant_id) tenant_id, seq, hash, at, decode(repeat('00', 32), 'hex') FROM audit_entry ORDER BY tenant_id, seq DESC;
END $$;
RESET ROLE;

-- AlterTable
DROP INDEX "audit_entry_recent";
ALTER TABLE "audit_entry" DROP CONSTRAINT "audit_entry_pkey",
  DROP COLUMN "id",
  ALTER COLUMN "seq" SET NOT NULL,
  ALTER COLUMN "prev_hash" SET NOT NULL,
  ALTER COLUMN "hash" SET NOT NULL,
  ADD CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("tenant_id", "seq");
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_via_known" CHECK (via IN ('session', 'api-key', 'job', 'command'));
CREATE INDEX "audit_entry_recent" ON "audit_entry" (tenant_id, at DESC, seq DESC);
CREATE INDEX "audit_entry_subject" ON "audit_entry" (tenant_id, subject_id, at DESC, seq DESC);

-- A company's row cannot take its trail with it, nor its head.
ALTER TABLE "audit_entry" DROP CONSTRAINT "audit_entry_tenant_id_fkey";
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Drops a company's entries that are older than it keeps them, by whole months and never before six; says so in the chain
-- itself, and keeps the last dropped hash as the anchor of what is left. Gives how many were dropped.
CREATE FUNCTION tenon_audit_drop(company uuid) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  head audit_head%ROWTYPE;
  last audit_entry%ROWTYPE;
  keep integer;
  dropped bigint;
BEGIN
  SELECT * INTO head FROM audit_head WHERE tenant_id = company FOR UPDATE;
  SELECT greatest(audit_keep_months, 6) INTO keep FROM tenant WHERE id = company;
  SELECT * INTO last FROM audit_entry
  WHERE tenant_id = company AND at < (date_trunc('month', now() AT TIME ZONE 'UTC') - make_interval(months => keep)) AT TIME ZONE 'UTC'
  ORDER BY at DESC, seq DESC LIMIT 1;
  IF last.seq IS NULL THEN RETURN 0; END IF;
  DELETE FROM audit_entry WHERE tenant_id = company AND seq <= last.seq;
  GET DIAGNOSTICS dropped = ROW_COUNT;
  UPDATE audit_head SET dropped_seq = last.seq, dropped_hash = last.hash WHERE tenant_id = company;
  INSERT INTO audit_entry (tenant_id, action, actor_kind, actor, via, via_id, details)
  VALUES (company, 'audit.dropped', 'system', 'system', 'job', 'audit-retention',
          jsonb_build_object('entries', dropped, 'throughSeq', last.seq, 'throughHash', encode(last.hash, 'hex'), 'throughAt', to_char(last.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'keepMonths', keep));
  RETURN dropped;
END $$;

-- Who may touch what.
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_head FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON audit_head FOR SELECT TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON audit_head TO tenon_system USING (true) WITH CHECK (true);
CREATE POLICY chain_keeper ON audit_head TO tenon_audit USING (true) WITH CHECK (true);
CREATE POLICY chain_keeper ON audit_entry TO tenon_audit USING (true) WITH CHECK (true);
CREATE POLICY chain_keeper ON tenant FOR SELECT TO tenon_audit USING (true);
REVOKE UPDATE, DELETE ON audit_entry FROM tenon_system;
REVOKE INSERT ON audit_head FROM tenon_system;
GRANT SELECT ON audit_head TO tenon_app, tenon_system;
GRANT SELECT, INSERT, UPDATE ON audit_head TO tenon_audit;
GRANT SELECT, INSERT, DELETE ON audit_entry TO tenon_audit;
GRANT SELECT (id, audit_keep_months) ON tenant TO tenon_audit;

CREATE TRIGGER audit_entry_link BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION tenon_audit_link();
CREATE TRIGGER audit_entry_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION tenon_audit_refuse();
CREATE TRIGGER audit_head_refuse BEFORE DELETE OR TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION tenon_audit_refuse();

REVOKE ALL ON FUNCTION tenon_audit_link(), tenon_audit_refuse(), tenon_audit_drop(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenon_audit_drop(uuid) TO tenon_system;
ALTER FUNCTION tenon_audit_link() OWNER TO tenon_audit;
ALTER FUNCTION tenon_audit_drop(uuid) OWNER TO tenon_audit;
REVOKE CREATE ON SCHEMA public FROM tenon_audit;
