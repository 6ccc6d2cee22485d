-- Gives back what the indexes of emptied months take up. Once all rows of a month went into blocks, VACUUM (autovacuum does it by
-- itself) cuts the table's file to nothing, but an index keeps its length. A table whose file is empty holds no version of a row that
-- any transaction could still see, so truncating it, which heeds no snapshot, hides nothing from anybody.
SET ROLE tenon_ingest;

CREATE FUNCTION tenon_free_emptied() RETURNS SETOF text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
DECLARE part record;
BEGIN
  FOR part IN
    SELECT c.oid, c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    -- What an index of a new month takes up is not worth a lock.
    WHERE i.inhparent = 'telemetry'::regclass AND pg_relation_size(c.oid) = 0 AND pg_indexes_size(c.oid) > 65536
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
REVOKE ALL ON FUNCTION tenon_free_emptied() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenon_free_emptied() TO tenon_system;
RESET ROLE;
