-- Somebody of the office dealt with a message of the payment service that nobody could place, or opened it again.
ALTER TABLE "card_event" ADD COLUMN "settled_at" TIMESTAMPTZ(3);

-- The office's own record: each decision with its reason, for ever.
CREATE TABLE "card_event_decision" (
    "id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "is_settled" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "card_event_decision_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "card_event_decision_event_id_decided_at_idx" ON "card_event_decision"("event_id", "decided_at" DESC);

ALTER TABLE "card_event_decision" ADD CONSTRAINT "card_event_decision_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "card_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "card_event_decision" ADD CONSTRAINT "card_event_decision_reason" CHECK (char_length(reason) BETWEEN 1 AND 500);

CREATE TRIGGER card_event_decision_all_kept BEFORE TRUNCATE ON "card_event_decision" FOR EACH STATEMENT EXECUTE FUNCTION tenon_keep_all_issued();

GRANT SELECT, INSERT ON "card_event_decision" TO tenon_system;
GRANT UPDATE (settled_at) ON "card_event" TO tenon_system;
