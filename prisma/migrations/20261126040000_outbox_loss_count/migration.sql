-- AlterTable
ALTER TABLE "outbox" ADD COLUMN "loss_count" INTEGER NOT NULL DEFAULT 0;
