/** The options that several commands share. */
import { Calendar, Statement } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as ClockMessage from "../words/ClockMessage.ts"
import type { Both } from "../words/Language.ts"
import * as UsageMessage from "../words/UsageMessage.ts"
import * as Parameter from "./Parameter.ts"

/** Names the ledger as it was typed: its route is not followed. */
export const typedLedger = Parameter.text("LEDGER", {
  en: "the ledger: a SQLite file, a postgres:// URL, or routes:FILE?ledger=NAME",
  nl: "het grootboek: een SQLite-bestand, een postgres://-URL, of routes:BESTAND?ledger=NAAM",
})

/** Names the ledger, which may be left out. */
export const optionalLedger: Parameter.Optional<string> = {
  ...typedLedger,
  decode: (occurrence) =>
    Effect.flatMap(typedLedger.decode(occurrence), (address) =>
      address?.startsWith("routes:")
        ? // Loaded on use: few ledgers have routes, and every command names a ledger.
          Effect.flatMap(
            Effect.promise(() => import("../session/RoutesFile.ts")),
            (routes) => routes.follow(address),
          )
        : Effect.succeed(address),
    ),
}

export const ledger = Parameter.required(optionalLedger)

export const at = Parameter.moment("MOMENT", {
  en: "plan:2026/1, decision:2026/1 (with what follows by rule), position:123 or time:2026-06-30T12:00:00Z (default: now)",
  nl: "plan:2026/1, decision:2026/1 (met wat er volgens de regels op volgt), position:123 of time:2026-06-30T12:00:00Z (standaard: nu)",
})

export const on = Parameter.parsed(
  Parameter.text("DAY", {
    en: "judge indicators at this day, such as 2026-12-31 (default: the day of the moment)",
    nl: "beoordeel indicatoren op deze dag, zoals 2026-12-31 (standaard: de dag van het moment)",
  }),
  (text) => (/^\d{4}-\d\d-\d\d$/.test(text) && Calendar.isDay(text) ? text : undefined),
  UsageMessage.notADay,
)

/** Names the key of a signer in its signatures. */
export const keyName = Parameter.text("NAME", {
  en: "the name of the key (default: the name of its file)",
  nl: "de naam van de sleutel (standaard: de bestandsnaam)",
})

export const dryRun = Parameter.flag({
  en: "show what would happen, write nothing",
  nl: "toon wat er zou gebeuren, schrijf niets",
})

export const branch = Parameter.text("NAME", {
  en: "work on a branch: a draft on top of the journal",
  nl: "werk in een variant bovenop het journaal",
})

/** Names who records. Never a person's name, because a journal holds no personal data. */
export const actor = Parameter.withDefault(
  Parameter.text("ID", {
    en: "who records: an opaque id, never a name (default: cli)",
    nl: "wie boekt: een neutrale code, nooit een naam (standaard: cli)",
  }),
  "cli",
)

/** Returns a UTC time with milliseconds, or nothing for another text. */
const timeOf = (text: string): string | undefined => {
  const [, seconds, fraction = ""] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?Z$/.exec(text) ?? []
  const whole = `${seconds}.${fraction.padEnd(3, "0")}Z`
  return seconds !== undefined && Calendar.isTime(whole) ? whole : undefined
}

const utc = (about: Both) => Parameter.parsed(Parameter.text("TIME", about), timeOf, ClockMessage.notATime)

export const time = utc({
  en: "record at this UTC time instead of the time of the clock, such as 2026-06-30T12:00:00Z",
  nl: "registreer op dit UTC-tijdstip in plaats van de tijd van de klok, zoals 2026-06-30T12:00:00Z",
})

/** Gives the time that output states as its own, so that the same ledger gives the same bytes. */
export const madeAt = utc({
  en: "state this UTC time instead of the time of the clock in the audit page, such as 2026-06-30T12:00:00Z",
  nl: "vermeld dit UTC-tijdstip in plaats van de tijd van de klok in de auditpagina, zoals 2026-06-30T12:00:00Z",
})

export const rounding = Parameter.withDefault(
  Parameter.choice("POLICY", Statement.policies, {
    en: "form: as the form prints (default); exact: every figure from its exact amount; rows: sums from printed rows",
    nl: "form: zoals het schema afdrukt (standaard); exact: elk cijfer uit het exacte bedrag; rows: sommen van afgedrukte rijen",
  }),
  "form",
)

export const years = Parameter.yearSpan("FIRST_LAST", {
  en: "only these years, such as 2026-2028",
  nl: "alleen deze jaren, zoals 2026-2028",
})

export const format = <const F extends string>(
  choices: ReadonlyArray<F>,
  about: Both = {
    en: "the format of the answer (default: text)",
    nl: "het formaat van het antwoord (standaard: text)",
  },
) => Parameter.withDefault(Parameter.choice("FORMAT", choices, about), "text")

export const out = Parameter.text("FILE", { en: "the file to write", nl: "het bestand om te schrijven" })

/** Names the folder of a lake. */
export const lakeFolder = Parameter.required(
  Parameter.text("dir", { en: "the folder of the lake", nl: "de map van het datameer" }),
)
