-- Where a gateway process runs: by this another that comes under its name tells whether it still lives. Of processes of before nothing is known.
ALTER TABLE "gateway_run" ADD COLUMN "host" TEXT NOT NULL DEFAULT '', ADD COLUMN "pid" INTEGER NOT NULL DEFAULT 0;
