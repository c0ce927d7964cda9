/** `grootboek migrate`: the tables of a database, brought to the version of this program by its owner. */
import * as Effect from "effect/Effect"
import { inform } from "../output/Stdio.ts"
import * as Store from "../session/Store.ts"
import * as LedgerMessage from "../words/LedgerMessage.ts"
import * as Command from "./Command.ts"
import { ledger } from "./common.ts"

export const migrate = Command.define({
  name: "migrate",
  about: {
    en: "bring the tables of a PostgreSQL database to this version (its owner only)",
    nl: "breng de tabellen van een PostgreSQL-databank naar deze versie (alleen de eigenaar)",
  },
  more: {
    en: "Entries, hashes and rights stay as they are. Running it again changes nothing. A ledger in a file needs no migration.\n\nExample:\n  grootboek migrate --ledger postgres://OWNER@HOST/DATABASE",
    nl: "Boekingen, hashes en rechten blijven zoals ze zijn. Opnieuw uitvoeren wijzigt niets. Een grootboek in een bestand heeft geen migratie nodig.\n\nVoorbeeld:\n  grootboek migrate --ledger postgres://EIGENAAR@SERVER/DATABANK",
  },
  args: {},
  options: { ledger },
  run: Effect.fnUntraced(function* ({ options, language }) {
    const steps = yield* Store.migrate(options.ledger)
    yield* inform(language, LedgerMessage.migrated(options.ledger, steps))
  }),
})
