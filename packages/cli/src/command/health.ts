/** `grootboek health`: whether a store answers, which server is the primary, its last entry, and whether it admits writes. */
import type { Json } from "@grootboek/report"
import * as Effect from "effect/Effect"
import { print, printJson } from "../output/Stdio.ts"
import * as HealthCheck from "../session/HealthCheck.ts"
import { refused } from "../words/CommandFailure.ts"
import * as HealthMessage from "../words/HealthMessage.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const health = Command.define({
  name: "health",
  about: {
    en: "check that a store answers, which server is the primary, the last entry, and that writes are admitted",
    nl: "controleer of de opslag antwoordt, welke server de hoofdserver is, de laatste boeking, en of schrijven toegelaten is",
  },
  more: {
    en: [
      "Writes nothing and does not verify entries: use it for monitoring, and `grootboek verify` for the journal.",
      "Exit status 1 with findings: no answer within 5 seconds, no entries, writes refused, or a lost entry (heads=FOLDER in the address).",
      "",
      'Example: grootboek health --ledger "postgres://writer@server/ledgers?ledger=W13&heads=/var/lib/heads"',
    ].join("\n"),
    nl: [
      "Schrijft niets en controleert de boekingen niet: gebruik het voor de bewaking, en `grootboek verify` voor het journaal.",
      "Afsluitcode 1 bij bevindingen: geen antwoord binnen 5 seconden, geen boekingen, schrijven geweigerd, of een verloren boeking (heads=MAP in het adres).",
      "",
      'Voorbeeld: grootboek health --ledger "postgres://schrijver@server/grootboeken?ledger=W13&heads=/var/lib/heads"',
    ].join("\n"),
  },
  args: {},
  options: {
    ledger: common.ledger,
    "read-only": Parameter.flag({
      en: "do not check that writes are admitted, for a standby or a role that only reads",
      nl: "controleer niet of schrijven toegelaten is, voor een reserveserver of een gebruiker die alleen leest",
    }),
    format: common.format(["text", "json"]),
  },
  run: Effect.fnUntraced(function* ({ options, language }) {
    const { findings, ...checked } = yield* HealthCheck.run(options.ledger, !options["read-only"])
    const ok = findings.length === 0
    if (options.format === "json")
      yield* printJson({
        ok,
        ...checked,
        findings: findings.map(({ code, message }) => ({ code, message: message[language] })),
      } satisfies Json.HealthDocument)
    else {
      yield* print(HealthMessage.format({ ok, ...checked }, language))
      if (!ok) return yield* Effect.fail(refused(...findings.map(({ message }) => message)))
    }
    return ok ? (0 as const) : (1 as const)
  }),
})
