-- Tables that only grow (specification C9). The triggers hold for the owner too, and under session_replication_role = replica.
CREATE FUNCTION banjie_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'BJ001';
END $$;

DO $$
DECLARE grows text;
BEGIN
  FOREACH grows IN ARRAY ARRAY['LedgerEntry', 'Decision', 'ActRequest', 'RefusedAct', 'UnmaskedRead'] LOOP
    EXECUTE format(
      'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION banjie_append_only()',
      grows
    );
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only', grows);
  END LOOP;
END $$;

-- Ends a statement, with everything that it wrote, when what it relies on does not hold. `code` becomes the message.
CREATE FUNCTION banjie_require(holds boolean, code text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF holds IS NOT TRUE THEN
    RAISE EXCEPTION '%', code USING ERRCODE = 'BJ002';
  END IF;
  RETURN true;
END $$;

-- The to-do lists: a page is read from the index alone.
CREATE INDEX "Task_open_by_assignee" ON "Task" ("assigneeKey", "dueAt", "id")
  INCLUDE ("caseId", "stage", "kind", "openedAt", "claimedBy", "escalatedAt") WHERE "status" = 'OPEN';
CREATE INDEX "Task_open_by_unit" ON "Task" ("unitId", "dueAt", "id")
  WHERE "status" = 'OPEN' AND "unitId" IS NOT NULL AND "dueAt" IS NOT NULL;
CREATE INDEX "Task_open_by_due" ON "Task" ("dueAt", "id") WHERE "status" = 'OPEN' AND "dueAt" IS NOT NULL;

-- Cases that Temporal has not taken over yet.
CREATE INDEX "Case_unstarted" ON "Case" ("submittedAt") WHERE "startedAt" IS NULL;

-- A case is updated by each of its records: room in its page keeps that update off the indexes.
ALTER TABLE "Case" SET (fillfactor = 80);
