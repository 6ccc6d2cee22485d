-- What each gateway process tells of itself, and what was wrong with it. Neither holds anything of a company.
CREATE TABLE "gateway_run" (
    "run_id" UUID NOT NULL,
    "gateway_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stopped_at" TIMESTAMPTZ(3),
    "every_ms" INTEGER NOT NULL,
    "connections" INTEGER NOT NULL,
    "span_ms" INTEGER NOT NULL,
    "messages" BIGINT NOT NULL,
    "points" BIGINT NOT NULL,
    "refused" JSONB NOT NULL,
    "pending_messages" INTEGER NOT NULL,
    "pending_bytes" BIGINT NOT NULL,
    "is_holding" BOOLEAN NOT NULL,
    "stored_at" TIMESTAMPTZ(3),

    CONSTRAINT "gateway_run_pkey" PRIMARY KEY ("run_id")
);

CREATE TABLE "gateway_fault" (
    "gateway_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "count" BIGINT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_event" TEXT NOT NULL,
    "last_label" TEXT NOT NULL,
    "last_frame" TEXT NOT NULL,
    "last_trace" TEXT NOT NULL,

    CONSTRAINT "gateway_fault_pkey" PRIMARY KEY ("gateway_id","code")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "gateway_run", "gateway_fault" TO tenon_ingest;
GRANT SELECT ON "gateway_run", "gateway_fault" TO tenon_system;
