-- Which requests for a consent came with a file: they go back with it. Null for what became one before.
ALTER TABLE "client_merge" ADD COLUMN     "requests" TEXT[];
