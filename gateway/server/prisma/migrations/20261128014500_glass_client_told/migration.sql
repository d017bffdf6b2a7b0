-- CreateEnum
CREATE TYPE "client_told" AS ENUM ('TOLD', 'NOT_SAFE');

-- AlterTable
ALTER TABLE "glass" ADD COLUMN     "client_told" "client_told";
