-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "last_synced_at" TIMESTAMPTZ(3);
