-- CreateTable
CREATE TABLE "agency_connection" (
    "id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "replica" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "agency_connection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "agency_connection_agency_id_idx" ON "agency_connection"("agency_id");

-- CreateIndex
CREATE INDEX "agency_connection_last_seen_idx" ON "agency_connection"("last_seen");
