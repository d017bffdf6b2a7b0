-- AlterTable
ALTER TABLE "client" ADD COLUMN     "merged_into" TEXT;

-- CreateTable
CREATE TABLE "client_merge" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "from_client" TEXT NOT NULL,
    "into_client" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "handles" TEXT[],
    "consents" TEXT[],
    "facts" TEXT[],
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "client_merge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "client_merge_from_client_idx" ON "client_merge"("from_client");

-- CreateIndex
CREATE INDEX "client_merge_into_client_idx" ON "client_merge"("into_client");

-- CreateIndex
CREATE INDEX "client_merged_into_idx" ON "client"("merged_into");
