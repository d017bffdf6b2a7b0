-- A witness, a scope or a view that is blank was taken, and cannot be read: nothing of such a person is released to anybody. It says nothing, so
-- it is left out; no decision reads a witness or a view, and a scope of nothing gives no authority.
UPDATE "consent" SET "body" = "body" #- '{evidence,witness}' WHERE "body" #>> '{evidence,witness}' !~ '\S';
UPDATE "fact" SET "body" = "body" - 'consultedViews'
WHERE "kind" = 'LEGAL_BASIS' AND jsonb_typeof("body" -> 'consultedViews') = 'string' AND "body" ->> 'consultedViews' !~ '\S';
UPDATE "fact" SET "body" = jsonb_set("body", '{scope}',
  (SELECT COALESCE(jsonb_agg(one), '[]') FROM jsonb_array_elements("body" -> 'scope') AS one WHERE one #>> '{}' ~ '\S'))
WHERE "kind" = 'PROXY' AND jsonb_typeof("body" -> 'scope') = 'array'
  AND EXISTS (SELECT FROM jsonb_array_elements_text("body" -> 'scope') AS one WHERE one !~ '\S');
