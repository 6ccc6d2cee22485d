-- For how long a machine may send nothing before people are told.
ALTER TABLE "tenant" ADD COLUMN "silent_after_minutes" INTEGER NOT NULL DEFAULT 30;

-- When the last message came before the silence that people were told of; null while there is none. One silence is told once.
ALTER TABLE "device_presence" ADD COLUMN "silent_since" TIMESTAMPTZ(3);
GRANT UPDATE (silent_since) ON "device_presence" TO tenon_system;

-- Those that have been silent since before this was told at all are no news. Under FORCE the owner would touch no row.
SET ROLE tenon_system;
UPDATE "device_presence" SET silent_since = last_seen_at WHERE last_seen_at < now() - interval '30 minutes';
RESET ROLE;
