-- An older hub that is still comparing when the count is put back to 0 puts its own there again, and all else stays as its rule has it. So the
-- newer ones have a count of their own; and an older one, which finds that nothing waits, compares nothing any more.
ALTER TABLE "linkage_state" ADD COLUMN     "compared_seq" BIGINT NOT NULL DEFAULT 0;
UPDATE "linkage_state" SET "matched_seq" = 9007199254740991;
