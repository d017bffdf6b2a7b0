-- What is linked without asking needs more likeness than it did: no pair is until all are compared again. Who is in one file stays there.
UPDATE "link_pair" SET "band" = 'REVIEW' WHERE "band" = 'AUTOMATIC';
UPDATE "linkage_state" SET "matched_seq" = 0;
