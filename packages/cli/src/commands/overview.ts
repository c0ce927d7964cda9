/** `grootboek overview`: the plan's own rules as tables, at a moment. */
import { Ledger } from "@grootboek/core"
import { Json, Overview } from "@grootboek/report"
import * as Effect from "effect/Effect"
import { refusal } from "../Messages.ts"
import * as Moment from "../Moment.ts"
import { print } from "../Output.ts"
import * as Render from "../Render.ts"
import * as Session from "../Session.ts"
import { atOption, branchOption, formatOption, ledgerOption, type Spec, text } from "../Spec.ts"

export const overview: Spec = {
  name: "overview",
  about: {
    en: "what the plan's own rules say: contributions, overhead, norms, funding, realisation, …",
    nl: "wat de eigen regels van het plan zeggen: bijdragen, overhead, normen, financiering, realisatie, …",
  },
  more: {
    en: `Topics: ${Overview.names.join(", ")}.\nExample: grootboek overview overhead --ledger w13.db`,
    nl: `Onderwerpen: ${Overview.names.join(", ")}.\nVoorbeeld: grootboek overview overhead --ledger w13.db`,
  },
  takes: [{ name: "topic", choices: Overview.names, about: { en: "the topic", nl: "het onderwerp" } }],
  options: [ledgerOption, atOption, branchOption, formatOption(["text", "md", "json", "html"])],
  run: Effect.fnUntraced(function* (given) {
    const topic = Overview.names.find((name) => name === given.words[0]) ?? "overhead"
    const { language } = given
    const { ledger } = yield* Session.open(given)
    const position = yield* Moment.resolve(ledger, text(given, "at"))
    const plan = Ledger.planAt(ledger, position)
    if (plan === undefined) return yield* Effect.fail(refusal({ _tag: "PlanNotAdopted" }))
    const tables = Overview.topics[topic]({ ledger, plan, position, language })
    const told = { title: Overview.title(topic, language), sentences: [], tables }
    const about = { topic, plan: plan.versions.at(-1)?.label ?? "", position }
    yield* print(Render.tables(told, () => Json.overview(about, tables), Render.wanted(given)))
    return 0 as const
  }, Effect.scoped),
}
