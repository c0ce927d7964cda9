/** `grootboek diff`: which cells changed between two moments, and why. */
import { Diff, formIds, Ledger, Money, Year } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as TableFormat from "../output/TableFormat.ts"
import { accepted, refusal } from "../session/CoreFailure.ts"
import * as Moment from "../session/Moment.ts"
import * as Session from "../session/Session.ts"
import * as Answer from "./Answer.ts"
import * as Command from "./Command.ts"
import * as Conditional from "./Conditional.ts"
import { branch, ledger, years as span } from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const diff = Command.define({
  name: "diff",
  about: {
    en: "show which cells changed between two moments, and why",
    nl: "toon welke cellen wijzigden tussen twee momenten, en waarom",
  },
  more: {
    en: "Example: grootboek diff decision:2026/0 decision:2026/1 --ledger w13.db --form M2",
    nl: "Voorbeeld: grootboek diff decision:2026/0 decision:2026/1 --ledger w13.db --form M2",
  },
  args: {
    from: Parameter.required(
      Parameter.moment("from", {
        en: "the earlier moment: plan:…, decision:…, position:… or time:…",
        nl: "het eerste moment: plan:…, decision:…, position:… of time:…",
      }),
    ),
    to: Parameter.required(Parameter.moment("to", { en: "the later moment", nl: "het tweede moment" })),
  },
  options: {
    ledger,
    form: Parameter.repeated("FORM", {
      en: "only this form (may be given again)",
      nl: "alleen dit schema (mag herhaald worden)",
    }),
    year: Parameter.years("YEAR", {
      en: "only this year (may be given again)",
      nl: "alleen dit jaar (mag herhaald worden)",
    }),
    years: span,
    least: Parameter.withDefault(
      Parameter.amount({
        en: "only changes of at least this amount, up or down",
        nl: "alleen wijzigingen van minstens dit bedrag, naar boven of naar onder",
      }),
      Money.zero,
    ),
    unexplained: Parameter.flag({
      en: "only cells whose change is not fully explained by stated reasons",
      nl: "alleen cellen waarvan de opgegeven redenen de wijziging niet volledig verklaren",
    }),
    sort: Parameter.withDefault(
      Parameter.choice("ORDER", ["form", "size"], {
        en: "form: in the order of the forms (default); size: largest first",
        nl: "form: in de volgorde van de schema's (standaard); size: grootste eerst",
      }),
      "form",
    ),
    conditional: Conditional.conditional,
    branch,
    ...Answer.options(TableFormat.formats),
  },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const forms = options.form.map(Ledger.formOf)
    const unknown = forms.find(Result.isFailure)
    if (unknown !== undefined) return yield* Effect.fail(refusal(unknown.failure))
    const only = forms.filter(Result.isSuccess).map(({ success }) => success)
    const { ledger } = yield* Session.open(options)
    const from = yield* Moment.resolve(ledger, args.from)
    const to = yield* Moment.resolve(ledger, args.to)
    const { least, unexplained, sort: order, conditional: reach } = options
    const years = [...options.year, ...(options.years === undefined ? [] : Year.list(options.years))]
    const found = yield* accepted(
      Diff.between(
        ledger,
        { from, to, forms: only.length === 0 ? formIds : only, named: args },
        { conditional: reach },
      ),
    )
    yield* Conditional.explain(language, { ledger, at: found.to.position, reach })
    const selection = { least, unexplained, order, ...(years.length === 0 ? {} : { years }) }
    const selected = Diff.select(found, selection)
    const format = { ...Answer.formatOf(options), language }
    yield* Answer.write(yield* TableFormat.difference(selected, format), options.out, language)
  }),
})
