-- AlterTable
ALTER TABLE "link_decision" ADD COLUMN     "agency" TEXT;
