/** `grootboek overview`: the rules of the plan as tables, at a moment. */
import { Ledger } from "@grootboek/core"
import { Json, Overview } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as TableFormat from "../output/TableFormat.ts"
import { accepted, refusal } from "../session/CoreFailure.ts"
import * as Moment from "../session/Moment.ts"
import * as Session from "../session/Session.ts"
import { usage } from "../words/CommandFailure.ts"
import * as UsageMessage from "../words/UsageMessage.ts"
import * as Answer from "./Answer.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const overview = Command.define({
  name: "overview",
  about: {
    en: "show the rules of the plan: contributions, overhead, norms, funding, realisation, …",
    nl: "toon de regels van het plan: bijdragen, overhead, normen, financiering, realisatie, …",
  },
  more: {
    en: "Examples:\n  grootboek overview overhead --ledger w13.db\n  grootboek overview indicators --on 2026-12-31 --ledger w13.db\n  grootboek overview norms --without AP102 --ledger w13.db",
    nl: "Voorbeelden:\n  grootboek overview overhead --ledger w13.db\n  grootboek overview indicators --on 2026-12-31 --ledger w13.db\n  grootboek overview norms --without AP102 --ledger w13.db",
  },
  args: {
    topic: Parameter.required(
      Parameter.choice("topic", Overview.names, { en: "the topic", nl: "het onderwerp" }),
    ),
  },
  options: {
    ledger: common.ledger,
    at: common.at,
    on: common.on,
    without: Parameter.repeated("CODE", {
      en: "read the norms without this action or node (may be given again)",
      nl: "lees de normen zonder deze actie of doelstelling (mag herhaald worden)",
    }),
    branch: common.branch,
    ...Answer.options(TableFormat.formats),
  },
  run: Effect.fnUntraced(function* ({ args: { topic }, options, language }) {
    const { ledger } = yield* Session.open(options)
    const at = yield* Moment.resolve(ledger, options.at)
    const { position, plan } = yield* accepted(Ledger.requirePlan(ledger, at))
    const { without } = options
    if (without.length > 0 && topic !== "norms") return yield* Effect.fail(usage(UsageMessage.onlyNorms))
    const unknown = without.find((code) => !plan.structure.goals.has(code))
    if (unknown !== undefined) return yield* Effect.fail(refusal({ _tag: "UnknownGoal", goal: unknown }))
    const tables = Overview.topics[topic]({
      ledger,
      plan,
      position,
      language,
      without,
      ...(options.on === undefined ? {} : { on: options.on }),
    })
    const sentences = tables.every(({ rows }) => rows.length === 0) ? [Overview.nothing[language]] : []
    const content = { title: Overview.title(topic, language), sentences, tables }
    const about = { topic, plan: plan.versions.at(-1)?.label ?? "", position }
    const document = () => Json.overview(about, tables)
    const format = { ...Answer.formatOf(options), language }
    yield* Answer.write(yield* TableFormat.tables(content, document, format), options.out, language)
  }),
})
