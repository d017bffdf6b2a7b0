-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "secret_check" TEXT,
ADD COLUMN     "secret_epoch" INTEGER;
