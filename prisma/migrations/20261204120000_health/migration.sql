-- How long what the platform is asked and promised took, by the hour and gathered from all processes: no text of a query, nothing of a person.
CREATE TABLE "operation_hour" (
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hour_at" TIMESTAMPTZ(3) NOT NULL,
    "slowest_ms" DOUBLE PRECISION NOT NULL,
    "buckets" INTEGER[] NOT NULL,

    CONSTRAINT "operation_hour_pkey" PRIMARY KEY ("hour_at","kind","name")
);

-- Faults of the program, one row a kind of fault: where, since when, how often; what was said by them stands in the log alone.
CREATE TABLE "fault" (
    "fingerprint" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "frame" TEXT NOT NULL,
    "count" BIGINT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_trace" TEXT NOT NULL,

    CONSTRAINT "fault_pkey" PRIMARY KEY ("fingerprint")
);

-- CreateIndex
CREATE INDEX "fault_last_seen_at_idx" ON "fault"("last_seen_at");

GRANT SELECT, INSERT, UPDATE, DELETE ON "operation_hour", "fault" TO tenon_system;
