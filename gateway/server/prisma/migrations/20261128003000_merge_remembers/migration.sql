-- Which requests for a consent came with a file: they go back with it. And which consents and facts the other file had then: what is not
-- among them was put there while the two were one, whatever the clocks said. Null for what became one before.
ALTER TABLE "client_merge" ADD COLUMN     "before" TEXT[],
ADD COLUMN     "requests" TEXT[];
