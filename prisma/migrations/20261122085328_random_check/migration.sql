-- What only grows (specification C9): sheets, and who was drawn for whom.
DO $$
DECLARE grows text;
BEGIN
  FOREACH grows IN ARRAY ARRAY['CheckSheetVersion', 'DrawSubstitution'] LOOP
    EXECUTE format(
      'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION banjie_append_only()',
      grows
    );
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only', grows);
  END LOOP;
END $$;
