-- What Prisma does not know. Whoever changes what is said of a person, or merges their file, looks for those they speak for
-- (store/raiseEpochs.ts); without this the table of facts would be read from one end to the other each time.
CREATE INDEX "fact_proxy_person_idx" ON "fact"(("body" ->> 'person')) WHERE "kind" = 'PROXY';
