/** The first migration: entries, roles and rules. It is never edited. */

/**
 * Creates:
 *
 * - three roles: the owner, for migrations only; the writer, who inserts and selects; the auditor, who selects;
 * - the table of entries, which refuses a hash that does not match the body, and a gap in the positions;
 * - triggers that refuse UPDATE, DELETE and TRUNCATE to every role but the owner;
 * - row-level security: a member reads and writes the ledgers that it is admitted to; `*` means every ledger.
 */
export const entriesMigration = {
  version: 1,
  name: "entries, roles and rules",
  sql: `
      DO $$ BEGIN
        CREATE ROLE grootboek_writer NOLOGIN;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
      DO $$ BEGIN
        CREATE ROLE grootboek_auditor NOLOGIN;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;

      CREATE TABLE grootboek.entries (
        ledger text COLLATE "C" NOT NULL CHECK (ledger <> '*'),
        position bigint NOT NULL CHECK (position > 0),
        id text COLLATE "C" NOT NULL,
        hash bytea NOT NULL,
        body bytea NOT NULL,
        PRIMARY KEY (ledger, position),
        CONSTRAINT entries_by_id UNIQUE (ledger, id),
        CONSTRAINT hash_of_body CHECK (hash = sha256('grootboek/entry\\001'::bytea || body))
      );
      ALTER TABLE grootboek.entries ALTER COLUMN body SET STORAGE EXTERNAL;

      CREATE TABLE grootboek.members (
        member name NOT NULL,
        ledger text COLLATE "C" NOT NULL,
        PRIMARY KEY (member, ledger)
      );

      CREATE FUNCTION grootboek.ledgers_of_member() RETURNS text[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
        AS $$ SELECT coalesce(array_agg(ledger), '{}') FROM grootboek.members WHERE member = session_user $$;

      CREATE FUNCTION grootboek.admits(wanted text) RETURNS boolean
        LANGUAGE sql STABLE SET search_path = pg_catalog
        AS $$ SELECT wanted = ANY (l) OR '*' = ANY (l) OR (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user)
              FROM (SELECT grootboek.ledgers_of_member() AS l) AS mine $$;

      ALTER TABLE grootboek.entries ENABLE ROW LEVEL SECURITY;
      ALTER TABLE grootboek.entries FORCE ROW LEVEL SECURITY;
      CREATE POLICY members_read ON grootboek.entries FOR SELECT
        USING (ledger = ANY ((SELECT grootboek.ledgers_of_member())::text[]) OR '*' = ANY ((SELECT grootboek.ledgers_of_member())::text[]));
      CREATE POLICY members_write ON grootboek.entries FOR INSERT
        WITH CHECK (ledger = ANY ((SELECT grootboek.ledgers_of_member())::text[]) OR '*' = ANY ((SELECT grootboek.ledgers_of_member())::text[]));

      CREATE FUNCTION grootboek.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'entries are never changed or removed' USING ERRCODE = 'GB001'; END $$;
      CREATE TRIGGER entries_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON grootboek.entries
        FOR EACH STATEMENT EXECUTE FUNCTION grootboek.refuse_change();

      CREATE FUNCTION grootboek.refuse_gap() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (
            SELECT FROM (
              SELECT ledger, min(position) AS first, max(position) AS last, count(*) AS entries
              FROM fresh GROUP BY ledger) AS run
            WHERE last - first + 1 <> entries OR (first > 1 AND NOT EXISTS (
              SELECT FROM grootboek.entries AS before
              WHERE before.ledger = run.ledger AND before.position = run.first - 1)))
          THEN RAISE EXCEPTION 'an entry must follow the one before it' USING ERRCODE = 'GB002'; END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER entries_have_no_gap AFTER INSERT ON grootboek.entries
        REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION grootboek.refuse_gap();

      REVOKE ALL ON ALL TABLES IN SCHEMA grootboek FROM PUBLIC;
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA grootboek FROM PUBLIC;
      GRANT USAGE ON SCHEMA grootboek TO grootboek_writer, grootboek_auditor;
      GRANT SELECT, INSERT ON grootboek.entries TO grootboek_writer;
      GRANT SELECT ON grootboek.entries TO grootboek_auditor;
      GRANT SELECT ON grootboek.migrations TO grootboek_writer, grootboek_auditor;
      GRANT EXECUTE ON FUNCTION grootboek.ledgers_of_member(), grootboek.admits(text) TO grootboek_writer, grootboek_auditor;
    `,
}
