-- Roll-ups at rest: the minute aggregates of one series in a block, of an hour that is over, and later of its day, then with the day's
-- hours. An hour of a series, its own aggregate and its minutes, stands in rows or in a block, never in both.
--
-- Owned and protected as the other tables of telemetry (decision 2).
CREATE TABLE telemetry_roll_up_block (
  tenant_id  uuid NOT NULL,
  series_id  integer NOT NULL,
  -- Start of the hour or the day, of UTC, within which it lies; and of its last minute.
  at         timestamptz NOT NULL,
  through_at timestamptz NOT NULL,
  is_day     boolean NOT NULL,
  -- Version, checksum and compression stand in it: packages/modules/telemetry/src/blocks.
  minutes    bytea NOT NULL,
  -- Those of a day that are not rows; they take up little, and who reads a year of them reads no minutes.
  hours      bytea CHECK (is_day OR hours IS NULL),
  PRIMARY KEY (tenant_id, series_id, at, is_day)
) PARTITION BY RANGE (at);
-- Blocks of days are compressed already, those of hours are soon written anew; PostgreSQL would try in vain.
ALTER TABLE telemetry_roll_up_block ALTER COLUMN minutes SET STORAGE EXTERNAL, ALTER COLUMN hours SET STORAGE EXTERNAL;
-- By which the hours are found that become days.
CREATE INDEX telemetry_roll_up_block_of_hours ON telemetry_roll_up_block (tenant_id, series_id, at) WHERE NOT is_day;

ALTER TABLE telemetry_roll_up_block ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON telemetry_roll_up_block TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON telemetry_roll_up_block TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON telemetry_roll_up_block TO tenon_app, tenon_system;
ALTER TABLE telemetry_roll_up_block OWNER TO tenon_ingest;

-- What is replaced must be one's own, and what is made must be its.
SET ROLE tenon_ingest;

-- As before, with the blocks of roll-ups.
CREATE OR REPLACE FUNCTION tenon_ensure_month(month timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
DECLARE
  from_at timestamptz := date_trunc('month', month, 'UTC');
  -- In UTC throughout: a month added to a timestamptz would be a month of the session's zone.
  to_at   timestamptz := (date_trunc('month', month AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC';
  parent  text;
  part    text;
BEGIN
  FOREACH parent IN ARRAY ARRAY['telemetry', 'telemetry_block', 'telemetry_minute', 'telemetry_roll_up_block', 'telemetry_hour'] LOOP
    part := parent || '_' || to_char(from_at AT TIME ZONE 'UTC', 'YYYY_MM');
    IF to_regclass('public.' || part) IS NULL THEN
      PERFORM pg_advisory_xact_lock(hashtext('tenon_ensure_month'));
      BEGIN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', part, parent, from_at, to_at);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
        -- Blocks of hours of numbers that are no decimals have two to three kilobytes, and are read by the thousand: beside the row, each would cost a search of its own.
        IF parent = 'telemetry_roll_up_block' THEN EXECUTE format('ALTER TABLE %I SET (toast_tuple_target = 8160)', part); END IF;
      -- Whoever held the lock before us has made it; asking again would be answered from this session's cache.
      EXCEPTION WHEN duplicate_table THEN NULL;
      END;
    END IF;
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION tenon_drop_months(keep_from timestamptz) RETURNS SETOF text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
DECLARE part text;
BEGIN
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent IN ('telemetry'::regclass, 'telemetry_block'::regclass, 'telemetry_minute'::regclass, 'telemetry_roll_up_block'::regclass, 'telemetry_hour'::regclass)
      -- CASE: the planner may look at all relations before it keeps the partitions, and most names hold no date.
      AND CASE WHEN c.relname ~ '_\d{4}_\d{2}$' THEN to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= (keep_from AT TIME ZONE 'UTC') END
  LOOP
    EXECUTE format('DROP TABLE %I', part);
    RETURN NEXT part;
  END LOOP;
END $$;

-- As before, of roll-ups too.
CREATE OR REPLACE FUNCTION tenon_free_emptied() RETURNS SETOF text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
DECLARE part record;
BEGIN
  FOR part IN
    SELECT c.oid, c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    -- What an index of a new month takes up is not worth a lock.
    WHERE i.inhparent IN ('telemetry'::regclass, 'telemetry_minute'::regclass, 'telemetry_hour'::regclass) AND pg_relation_size(c.oid) = 0 AND pg_indexes_size(c.oid) > 65536
  LOOP
    BEGIN
      EXECUTE format('LOCK TABLE ONLY %I IN ACCESS EXCLUSIVE MODE', part.relname);
      -- Once more: somebody may have written while this waited.
      IF pg_relation_size(part.oid) = 0 THEN
        EXECUTE format('TRUNCATE TABLE ONLY %I', part.relname);
        RETURN NEXT part.relname;
      END IF;
    -- Somebody is at it; another time.
    EXCEPTION WHEN lock_not_available THEN NULL;
    END;
  END LOOP;
END $$;

-- The months that there are.
SELECT tenon_ensure_month(to_date(right(c.relname, 7), 'YYYY_MM')::timestamp AT TIME ZONE 'UTC')
FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'telemetry'::regclass;
RESET ROLE;
