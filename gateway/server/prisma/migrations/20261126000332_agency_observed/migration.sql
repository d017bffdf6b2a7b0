-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "looked_at" TIMESTAMPTZ(3),
ADD COLUMN     "observed" JSONB;
