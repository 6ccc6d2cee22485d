-- The office looks at what failed, newest first, and counts what was done in the last hour; what is done is forgotten by the same index.
CREATE INDEX "outbox_failed" ON "outbox" (id) WHERE state = 'failed';
CREATE INDEX "outbox_done" ON "outbox" (finished_at) WHERE state = 'done';
