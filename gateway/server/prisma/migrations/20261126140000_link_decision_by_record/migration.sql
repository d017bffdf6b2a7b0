-- A history is found by its record. The key begins with that, so one index does for both; nobody looks by the client it was about.
ALTER TABLE "link_decision" DROP CONSTRAINT "link_decision_pkey",
ADD CONSTRAINT "link_decision_pkey" PRIMARY KEY ("handle", "id");

DROP INDEX "link_decision_handle_idx";

DROP INDEX "link_decision_client_id_idx";
