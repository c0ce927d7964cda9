/** The second migration: appends, locks and notifications by functions that check the caller. It is never edited. */

/**
 * Creates:
 *
 * - the right to write as a property of each admission, instead of a right that holds for every ledger of a role;
 * - a row per ledger, which only those who may write can lock, and a secret channel of notification, which only members
 *   learn;
 * - a function that appends. It checks the right of the caller and every entry; the right to insert directly is revoked;
 * - `recorded_by` and `recorded_at`: the role and the clock of the server, outside the entry and its hash;
 * - a quarantine: a damaged row is set aside, never deleted, and replaced by the bytes whose hash the chain has.
 *
 * Each function runs with a fixed `search_path` that ends in `pg_temp`, so that no object of the caller is found in the
 * place of one of the system.
 */
export const guardsMigration = {
  version: 2,
  name: "guards, locks and quarantine",
  sql: `
    ALTER TABLE grootboek.members ADD COLUMN writes boolean NOT NULL DEFAULT false;
    UPDATE grootboek.members SET writes = true
      WHERE member IN (SELECT rolname FROM pg_catalog.pg_roles WHERE pg_has_role(rolname, 'grootboek_writer', 'MEMBER'));

    CREATE TABLE grootboek.ledgers (
      ledger text COLLATE "C" PRIMARY KEY CHECK (ledger <> '*'),
      channel text NOT NULL DEFAULT 'grootboek_' || replace(gen_random_uuid()::text, '-', '')
    );
    INSERT INTO grootboek.ledgers (ledger)
      SELECT DISTINCT ledger FROM grootboek.entries UNION SELECT ledger FROM grootboek.members WHERE ledger <> '*';

    ALTER TABLE grootboek.entries ADD COLUMN recorded_by name, ADD COLUMN recorded_at timestamptz;
    ALTER TABLE grootboek.entries
      ALTER COLUMN recorded_by SET DEFAULT session_user, ALTER COLUMN recorded_at SET DEFAULT statement_timestamp();

    CREATE TABLE grootboek.quarantine (
      number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      ledger text COLLATE "C" NOT NULL,
      position bigint NOT NULL,
      id text COLLATE "C",
      hash bytea,
      body bytea,
      recorded_by name,
      recorded_at timestamptz,
      reason text NOT NULL CHECK (reason <> ''),
      set_aside_by name NOT NULL DEFAULT session_user,
      set_aside_at timestamptz NOT NULL DEFAULT statement_timestamp()
    );
    CREATE TRIGGER quarantine_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON grootboek.quarantine
      FOR EACH STATEMENT EXECUTE FUNCTION grootboek.refuse_change();

    ALTER FUNCTION grootboek.refuse_change() SET search_path = pg_catalog, pg_temp;
    ALTER FUNCTION grootboek.refuse_gap() SET search_path = pg_catalog, pg_temp;
    ALTER FUNCTION grootboek.ledgers_of_member() SET search_path = pg_catalog, pg_temp;
    ALTER FUNCTION grootboek.admits(text) SET search_path = pg_catalog, pg_temp;

    CREATE FUNCTION grootboek.may_write(wanted text) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
      AS $$ SELECT EXISTS (SELECT FROM grootboek.members WHERE member = session_user AND writes AND ledger IN (wanted, '*'))
              OR (SELECT rolsuper FROM pg_roles WHERE rolname = session_user) $$;

    CREATE FUNCTION grootboek.lock_ledger(wanted text) RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
      AS $$ BEGIN
        IF NOT grootboek.may_write(wanted) THEN RETURN false; END IF;
        PERFORM FROM grootboek.ledgers WHERE ledger = wanted FOR UPDATE;
        IF NOT FOUND THEN
          INSERT INTO grootboek.ledgers (ledger) VALUES (wanted) ON CONFLICT DO NOTHING;
          PERFORM FROM grootboek.ledgers WHERE ledger = wanted FOR UPDATE;
        END IF;
        RETURN true;
      END $$;

    CREATE FUNCTION grootboek.channel_of(wanted text) RETURNS text
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
      AS $$ SELECT channel FROM grootboek.ledgers WHERE ledger = wanted AND (grootboek.may_write(wanted)
              OR EXISTS (SELECT FROM grootboek.members AS m WHERE m.member = session_user AND m.ledger IN (wanted, '*'))) $$;

    CREATE FUNCTION grootboek.append(
      wanted text, ids text[], lengths integer[], hashes bytea, bodies bytea, restores boolean
    ) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
      AS $$
      DECLARE
        last_position bigint := 0;
        last_hash bytea := decode(repeat('0', 64), 'hex');
        last_time text := '0000-01-01T00:00:00.000Z';
        latest text := to_char((clock_timestamp() + interval '5 minutes') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
        fault text;
      BEGIN
        IF NOT grootboek.may_write(wanted) THEN
          RAISE EXCEPTION 'role % may not write ledger %', session_user, wanted USING ERRCODE = '42501';
        END IF;
        -- A journal with times ahead is restored by the owner only.
        IF restores AND pg_has_role(session_user, (SELECT relowner FROM pg_class WHERE oid = 'grootboek.entries'::regclass), 'MEMBER') THEN
          latest := '9999-12-31T23:59:59.999Z';
        END IF;
        IF cardinality(ids) <> cardinality(lengths) OR length(hashes) <> 32 * cardinality(ids)
          OR length(bodies) <> (SELECT coalesce(sum(length), 0) FROM unnest(lengths) AS length)
          OR EXISTS (SELECT FROM unnest(lengths) AS length WHERE length IS NULL OR length < 1) THEN
          RAISE EXCEPTION 'the parts of the entries do not fit' USING ERRCODE = 'GB003', DETAIL = '?: lengths';
        END IF;
        SELECT position, hash, convert_from(body, 'UTF8')::jsonb ->> 'time' INTO last_position, last_hash, last_time
          FROM grootboek.entries WHERE ledger = wanted ORDER BY position DESC LIMIT 1;
        last_position := coalesce(last_position, 0);
        last_hash := coalesce(last_hash, decode(repeat('0', 64), 'hex'));
        last_time := coalesce(last_time, '0000-01-01T00:00:00.000Z');

        -- OFFSET 0 keeps the planner from parsing a body once for each of its fields.
        SELECT last_position + n || ': ' || CASE
            WHEN wrong <> '' THEN wrong
            WHEN coalesce(at COLLATE "C" < before COLLATE "C", true) THEN 'time'
            ELSE 'ahead' END INTO fault
          FROM (
            SELECT n, wrong, at, lag(at, 1, last_time) OVER (ORDER BY n) AS before
            FROM (
              SELECT n, entry ->> 'time' AS at, CASE
                  WHEN coalesce(entry ->> 'position' <> (last_position + n)::text, true) THEN 'position'
                  WHEN coalesce(entry ->> 'previous' <> previous, true) THEN 'previous'
                  WHEN coalesce(entry ->> 'id' <> id OR id ~ '[^A-Za-z0-9:._/-]' OR length(id) NOT BETWEEN 1 AND 128, true) THEN 'id'
                  WHEN coalesce(translate(entry ->> 'time', '123456789', '000000000') <> '0000-00-00T00:00:00.000Z', true) THEN 'time'
                  -- The keys around the event in canonical order, and no others.
                  WHEN coalesce(entry - array['actor', 'event', 'id', 'position', 'previous', 'source', 'time', 'version'] <> '{}'
                    OR NOT starts_with(words, '{"actor":"' || (entry ->> 'actor') || '","event":{')
                    OR strpos(words, '},"id":"' || id || '","position":' || last_position + n || ',"previous":"' || previous || '",') = 0
                    OR right(words, 46 + length(entry ->> 'version')) <> ',"time":"' || (entry ->> 'time') || '","version":' || (entry ->> 'version') || '}', true) THEN 'JSON'
                  ELSE '' END AS wrong
              FROM (
                SELECT n, id, words, words::jsonb AS entry,
                  encode(CASE WHEN n = 1 THEN last_hash ELSE substring(hashes FROM (32 * n - 63)::integer FOR 32) END, 'hex') AS previous
                FROM (
                  SELECT n, id,
                    convert_from(substring(bodies FROM (1 + sum(length) OVER (ORDER BY n) - length)::integer FOR length), 'UTF8') AS words
                  FROM unnest(ids, lengths) WITH ORDINALITY AS part (id, length, n)
                  OFFSET 0
                ) AS sliced
                OFFSET 0
              ) AS parsed
              OFFSET 0
            ) AS checked
          ) AS timed
          WHERE wrong <> '' OR (at COLLATE "C" >= before COLLATE "C"
            AND (at COLLATE "C" <= latest COLLATE "C" OR at COLLATE "C" = before COLLATE "C")) IS NOT TRUE
          ORDER BY n LIMIT 1;
        IF fault IS NOT NULL THEN
          RAISE EXCEPTION 'entry % is refused', fault
            USING ERRCODE = CASE WHEN fault LIKE '%ahead' THEN 'GB004' ELSE 'GB003' END, DETAIL = fault;
        END IF;

        -- The constraint on the table compares each hash with its body.
        INSERT INTO grootboek.entries (ledger, position, id, hash, body)
          SELECT wanted, last_position + n, id, substring(hashes FROM (32 * n - 31)::integer FOR 32),
            substring(bodies FROM (1 + sum(length) OVER (ORDER BY n) - length)::integer FOR length)
          FROM unnest(ids, lengths) WITH ORDINALITY AS part (id, length, n) ORDER BY n;
        INSERT INTO grootboek.ledgers (ledger) VALUES (wanted) ON CONFLICT DO NOTHING;
        PERFORM pg_notify(channel, '') FROM grootboek.ledgers WHERE ledger = wanted;
      END $$;

    CREATE FUNCTION grootboek.replace_damaged(
      wanted text, at bigint, good_hash bytea, good_body bytea, why text
    ) RETURNS void
      LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
      AS $$
      DECLARE
        damaged grootboek.entries%ROWTYPE;
        preceding grootboek.entries%ROWTYPE;
        next_previous text;
        tag bytea := 'grootboek/entry\\001';
        entry jsonb := convert_from(good_body, 'UTF8')::jsonb;
        fits boolean;
      BEGIN
        ALTER TABLE grootboek.entries NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE grootboek.entries DISABLE TRIGGER entries_are_kept;
        SELECT * INTO damaged FROM grootboek.entries WHERE ledger = wanted AND position = at;
        SELECT * INTO preceding FROM grootboek.entries WHERE ledger = wanted AND position = at - 1;
        BEGIN
          SELECT convert_from(body, 'UTF8')::jsonb ->> 'previous' INTO next_previous
            FROM grootboek.entries WHERE ledger = wanted AND position = at + 1;
        EXCEPTION WHEN OTHERS THEN
          RAISE EXCEPTION 'entry % is damaged too: replace it first', at + 1
            USING ERRCODE = 'GB003', DETAIL = (at + 1) || ': replace it first';
        END;
        IF coalesce(damaged.hash = sha256(tag || damaged.body) AND coalesce(next_previous = encode(damaged.hash, 'hex'), true)
          AND position(convert_to('},"id":"' || damaged.id || '","position":' || at || ',"previous":"', 'UTF8') IN damaged.body) > 0, false) THEN
          RAISE EXCEPTION 'entry % is intact', at USING ERRCODE = 'GB001';
        END IF;
        -- The next entry holds the hash that this one must have. The last one must keep its hash, or its body.
        fits := good_hash = sha256(tag || good_body)
          AND CASE WHEN next_previous IS NULL THEN good_hash = damaged.hash OR good_body = damaged.body
            ELSE next_previous = encode(good_hash, 'hex') END
          AND entry ->> 'position' = at::text
          AND (at = 1 OR entry ->> 'previous' = encode(preceding.hash, 'hex') OR preceding.hash <> sha256(tag || preceding.body));
        IF fits IS NOT TRUE THEN
          RAISE EXCEPTION 'the replacement of entry % does not fit the chain', at
            USING ERRCODE = 'GB003', DETAIL = at || ': replacement';
        END IF;
        INSERT INTO grootboek.quarantine (ledger, position, id, hash, body, recorded_by, recorded_at, reason)
          VALUES (wanted, at, damaged.id, damaged.hash, damaged.body, damaged.recorded_by, damaged.recorded_at, why);
        IF damaged.position IS NULL THEN
          INSERT INTO grootboek.entries (ledger, position, id, hash, body) VALUES (wanted, at, entry ->> 'id', good_hash, good_body);
        ELSE
          UPDATE grootboek.entries SET id = entry ->> 'id', hash = good_hash, body = good_body WHERE ledger = wanted AND position = at;
        END IF;
        ALTER TABLE grootboek.entries ENABLE TRIGGER entries_are_kept;
        ALTER TABLE grootboek.entries FORCE ROW LEVEL SECURITY;
      END $$;

    DROP POLICY members_write ON grootboek.entries;
    -- Only the owner may insert at all, and the function that checks runs as the owner.
    CREATE POLICY owner_inserts ON grootboek.entries FOR INSERT WITH CHECK (true);
    REVOKE INSERT ON grootboek.entries FROM grootboek_writer;
    REVOKE ALL ON ALL TABLES IN SCHEMA grootboek FROM PUBLIC;
    REVOKE ALL ON ALL FUNCTIONS IN SCHEMA grootboek FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION grootboek.may_write(text), grootboek.lock_ledger(text), grootboek.channel_of(text),
      grootboek.append(text, text[], integer[], bytea, bytea, boolean) TO grootboek_writer;
    GRANT EXECUTE ON FUNCTION grootboek.channel_of(text) TO grootboek_auditor;
  `,
}
