/** `grootboek overview`: the plan's own rules as tables, at a moment. */
import { Ledger } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { refusal } from "../Messages.ts"
import { print, printJson } from "../Output.ts"
import * as Overview from "../Overview.ts"
import * as Session from "../Session.ts"
import { atOption, branchOption, formatOption, ledgerOption, type Spec, text } from "../Spec.ts"
import * as Tabular from "../Tabular.ts"

export const overview: Spec = {
  name: "overview",
  about: {
    en: "what the plan's own rules say: contributions, overhead, funding, investments, …",
    nl: "wat de eigen regels van het plan zeggen: bijdragen, overhead, financiering, investeringen, …",
  },
  more: {
    en: `Topics: ${Overview.names.join(", ")}.\nExample: grootboek overview overhead --ledger w13.db`,
    nl: `Onderwerpen: ${Overview.names.join(", ")}.\nVoorbeeld: grootboek overview overhead --ledger w13.db`,
  },
  takes: [{ name: "topic", choices: Overview.names, about: { en: "the topic", nl: "het onderwerp" } }],
  options: [ledgerOption, atOption, branchOption, formatOption(["text", "json"])],
  run: Effect.fnUntraced(function* (given) {
    const topic = Overview.names.find((name) => name === given.words[0]) ?? "overhead"
    const { ledger } = yield* Session.open(given)
    const position = Ledger.moment(ledger, text(given, "at"))
    if (Result.isFailure(position)) return yield* Effect.fail(refusal(position.failure))
    const plan = Ledger.planAt(ledger, position.success)
    if (plan === undefined) return yield* Effect.fail(refusal({ _tag: "PlanNotAdopted" }))
    const tables = Overview.topics[topic]({
      ledger,
      plan,
      position: position.success,
      language: given.language,
    })
    if (text(given, "format") === "json") yield* printJson({ topic, ...Tabular.json(tables) })
    else yield* print(Tabular.text(tables))
    return 0 as const
  }, Effect.scoped),
}
