-- AlterEnum
ALTER TYPE "link_kind" ADD VALUE 'DENIED';
ALTER TYPE "link_kind" ADD VALUE 'REOPENED';

-- AlterTable
ALTER TABLE "link_pair" ADD COLUMN     "apart_act" TEXT,
ADD COLUMN     "apart_agency" TEXT,
ADD COLUMN     "reopened_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "link_pair_apart_agency_idx" ON "link_pair"("apart_agency");

-- CreateIndex
CREATE INDEX "link_pair_apart_act_idx" ON "link_pair"("apart_act");

-- Whose word it was that two are two: who took one out of the other's file, where that was kept; of an older separation nobody's, since
-- its word stands on either side. Else the agency whose record stands on that side.
UPDATE "link_pair" p SET
  "apart_act" = md5(concat_ws(' ', w."by", w."at", w."why")),
  "apart_agency" = (
    SELECT CASE WHEN count(*) > 0 THEN max(d."agency") ELSE (SELECT r."agency_id" FROM "record" r WHERE r."handle" = w."handle") END
    FROM "link_decision" d
    WHERE d."handle" IN (p."one", p."other") AND d."kind" = 'SEPARATED' AND d."at" = w."at" AND d."decided_by" = w."by")
FROM (SELECT "id", "one" AS "handle", "one_by" AS "by", "one_at" AS "at", "one_why" AS "why" FROM "link_pair" WHERE "one_word" = 'DIFFERENT'
  UNION ALL SELECT "id", "other", "other_by", "other_at", "other_why" FROM "link_pair"
    WHERE "other_word" = 'DIFFERENT' AND "one_word" IS DISTINCT FROM 'DIFFERENT') AS w
WHERE w."id" = p."id";
