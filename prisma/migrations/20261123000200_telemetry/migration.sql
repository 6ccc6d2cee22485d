-- Telemetry, one row a message. A message's metrics are its *shape*: an ordered list of series, kept once. A row then
-- carries the shape's number and the values in one array, and a series is read by index range and array subscript.
--
-- These tables belong to tenon_ingest. COPY is refused where row-level security binds the role, and it does not bind a
-- table's owner unless it is forced; so here, and only here, it is enabled but not forced, and tenon_ingest is no login.
GRANT CREATE ON SCHEMA public TO tenon_ingest;

CREATE TABLE telemetry_shape (
  tenant_id  uuid NOT NULL,
  id         integer GENERATED ALWAYS AS IDENTITY,
  device_id  uuid NOT NULL,
  series_ids integer[] NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, device_id, series_ids),
  FOREIGN KEY (tenant_id, device_id) REFERENCES device (tenant_id, id) ON DELETE CASCADE
);

-- The newest message of a shape, and the minutes whose roll-ups are out of date. One row is updated a shape and commit,
-- in place where the page has room, hence the fill factor.
CREATE TABLE telemetry_head (
  tenant_id uuid NOT NULL,
  shape_id  integer NOT NULL,
  at        timestamptz NOT NULL,
  arrival   bigint NOT NULL,
  num       double precision[] NOT NULL,
  rich      jsonb,
  dirty     tstzmultirange NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, shape_id),
  FOREIGN KEY (tenant_id, shape_id) REFERENCES telemetry_shape (tenant_id, id) ON DELETE CASCADE
) WITH (fillfactor = 50);

-- `num` holds the numbers, NULL where the value is not one; those stand in `rich`, keyed by position from 1.
-- `arrival` orders messages as the gateway took them, in microseconds: of two with one stamp the later wins.
-- No reference guards the shape here: it would cost a look-up a message. A shape is deleted before its points are.
CREATE TABLE telemetry (
  tenant_id uuid NOT NULL,
  shape_id  integer NOT NULL,
  at        timestamptz NOT NULL,
  arrival   bigint NOT NULL,
  num       double precision[] NOT NULL,
  rich      jsonb
) PARTITION BY RANGE (at);
CREATE INDEX telemetry_by_shape ON telemetry (shape_id, at, arrival);

CREATE TABLE telemetry_minute (
  tenant_id uuid NOT NULL,
  series_id integer NOT NULL,
  at        timestamptz NOT NULL,
  count     integer NOT NULL,
  min       double precision NOT NULL,
  max       double precision NOT NULL,
  sum       double precision NOT NULL,
  first     double precision NOT NULL,
  last      double precision NOT NULL,
  first_at  timestamptz NOT NULL,
  last_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, series_id, at)
) PARTITION BY RANGE (at);
CREATE TABLE telemetry_hour (LIKE telemetry_minute INCLUDING ALL) PARTITION BY RANGE (at);

-- Makes the partitions that hold `month` (any instant in it, UTC). Safe to call at any time, by several at once.
CREATE FUNCTION tenon_ensure_month(month timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
DECLARE
  from_at timestamptz := date_trunc('month', month, 'UTC');
  -- In UTC throughout: a month added to a timestamptz would be a month of the session's zone.
  to_at   timestamptz := (date_trunc('month', month AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC';
  parent  text;
  part    text;
BEGIN
  FOREACH parent IN ARRAY ARRAY['telemetry', 'telemetry_minute', 'telemetry_hour'] LOOP
    part := parent || '_' || to_char(from_at AT TIME ZONE 'UTC', 'YYYY_MM');
    IF to_regclass('public.' || part) IS NULL THEN
      PERFORM pg_advisory_xact_lock(hashtext('tenon_ensure_month'));
      BEGIN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', part, parent, from_at, to_at);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
      -- Whoever held the lock before us has made it; asking again would be answered from this session's cache.
      EXCEPTION WHEN duplicate_table THEN NULL;
      END;
    END IF;
  END LOOP;
END $$;

-- Drops the partitions of months that ended before `keep_from`; gives their names.
CREATE FUNCTION tenon_drop_months(keep_from timestamptz) RETURNS SETOF text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
DECLARE part text;
BEGIN
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent IN ('telemetry'::regclass, 'telemetry_minute'::regclass, 'telemetry_hour'::regclass)
      -- CASE: the planner may look at all relations before it keeps the partitions, and most names hold no date.
      AND CASE WHEN c.relname ~ '_\d{4}_\d{2}$' THEN to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= (keep_from AT TIME ZONE 'UTC') END
  LOOP
    EXECUTE format('DROP TABLE %I', part);
    RETURN NEXT part;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION tenon_ensure_month(timestamptz), tenon_drop_months(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenon_ensure_month(timestamptz) TO tenon_app, tenon_system;
GRANT EXECUTE ON FUNCTION tenon_drop_months(timestamptz) TO tenon_system;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['telemetry_shape', 'telemetry_head', 'telemetry', 'telemetry_minute', 'telemetry_hour'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()))', t);
    EXECUTE format('CREATE POLICY system_access ON %I TO tenon_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tenon_app, tenon_system', t);
    EXECUTE format('ALTER TABLE %I OWNER TO tenon_ingest', t);
  END LOOP;
END $$;
-- References are checked as the table's owner, who must therefore be able to look.
GRANT SELECT, REFERENCES ON device TO tenon_ingest;

ALTER FUNCTION tenon_ensure_month(timestamptz) OWNER TO tenon_ingest;
ALTER FUNCTION tenon_drop_months(timestamptz) OWNER TO tenon_ingest;
