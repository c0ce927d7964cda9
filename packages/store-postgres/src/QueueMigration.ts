/** The third migration: a full queue of notifications stops no append. It is never edited. */

/**
 * Notifies the readers of a ledger only while the queue of the server is less than half full. Any role that can connect can
 * fill it, and a transaction that notifies then fails. Readers also poll.
 *
 * Only this statement of `grootboek.append` changes: its definition is taken from the database.
 */
export const queueMigration = {
  version: 3,
  name: "a full queue of notifications",
  sql: `
    CREATE FUNCTION grootboek.announce(wanted text) RETURNS void
      LANGUAGE sql SET search_path = pg_catalog, pg_temp
      AS $$ SELECT pg_notify(channel, '') FROM grootboek.ledgers WHERE ledger = wanted AND pg_notification_queue_usage() < 0.5 $$;
    REVOKE ALL ON FUNCTION grootboek.announce(text) FROM PUBLIC;

    DO $migration$
    DECLARE
      before text := pg_get_functiondef('grootboek.append(text, text[], integer[], bytea, bytea, boolean)'::regprocedure);
      notifies text := 'PERFORM pg_notify(channel, '''') FROM grootboek.ledgers WHERE ledger = wanted;';
    BEGIN
      IF position(notifies IN before) = 0 THEN RAISE EXCEPTION 'grootboek.append was changed'; END IF;
      EXECUTE replace(before, notifies, 'PERFORM grootboek.announce(wanted);');
    END $migration$;
  `,
}
