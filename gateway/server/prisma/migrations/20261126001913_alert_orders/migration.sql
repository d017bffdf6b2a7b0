-- CreateEnum
CREATE TYPE "alert_act" AS ENUM ('RAISE', 'REVIEW', 'EXTEND', 'END', 'CORRECT');

-- CreateEnum
CREATE TYPE "alert_order_state" AS ENUM ('WAITING', 'WRITTEN', 'RETURNED');

-- AlterEnum
ALTER TYPE "notice_kind" ADD VALUE 'CORRECTED';

-- CreateTable
CREATE TABLE "alert_order" (
    "id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "order" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "act" "alert_act" NOT NULL,
    "code" TEXT NOT NULL,
    "categories" TEXT[],
    "state" "alert_order_state" NOT NULL,
    "asked_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_order_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "alert_order_agency_id_state_at_idx" ON "alert_order"("agency_id", "state", "at");

-- CreateIndex
CREATE UNIQUE INDEX "alert_order_agency_id_order_key" ON "alert_order"("agency_id", "order");
