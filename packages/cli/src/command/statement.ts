/** `grootboek statement`: one form at a moment. */
import { formIds, Ledger, notBuilt, Statement } from "@grootboek/core"
import { ShownStatement } from "@grootboek/core/answer"
import * as Effect from "effect/Effect"
import * as TableFormat from "../output/TableFormat.ts"
import { accepted } from "../session/CoreFailure.ts"
import * as Moment from "../session/Moment.ts"
import * as Session from "../session/Session.ts"
import { usage } from "../words/CommandFailure.ts"
import * as UsageMessage from "../words/UsageMessage.ts"
import * as Answer from "./Answer.ts"
import * as Command from "./Command.ts"
import * as Conditional from "./Conditional.ts"
import { at, branch, ledger, rounding, years } from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const statement = Command.define({
  name: "statement",
  about: { en: "print a form at a moment", nl: "toon een schema op een moment" },
  more: {
    en: `Forms: ${formIds.join(", ")}. Not built, because no model of 2026 was found: ${notBuilt.join(", ")}.\nExample: grootboek statement M2 --ledger w13.db --at plan:2026/0`,
    nl: `Schema's: ${formIds.join(", ")}. Niet beschikbaar, omdat er geen model van 2026 werd gevonden: ${notBuilt.join(", ")}.\nVoorbeeld: grootboek statement M2 --ledger w13.db --at plan:2026/0`,
  },
  args: {
    form: Parameter.required(
      Parameter.text("form", {
        en: "the form: M1, M2, M3, T1, T2, T3, goals, synthesis, …",
        nl: "het schema: M1, M2, M3, T1, T2, T3, goals, synthesis, …",
      }),
    ),
  },
  options: {
    ledger,
    at,
    branch,
    years,
    year: Parameter.year("YEAR", {
      en: "the year of J1, J2 or J3 (default: the last closed year); another form shows only this year",
      nl: "het jaar van J1, J2 of J3 (standaard: het laatste afgesloten jaar); een ander schema toont alleen dit jaar",
    }),
    rounding,
    conditional: Conditional.conditional,
    ...Answer.options(TableFormat.formats),
  },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const form = yield* accepted(Ledger.formOf(args.form))
    const { ledger } = yield* Session.open(options)
    const { rounding: policy, conditional: reach, years: span, year } = options
    if (span !== undefined && year !== undefined)
      return yield* Effect.fail(usage(UsageMessage.exclusive("--year", "--years")))
    const at = yield* Moment.resolve(ledger, options.at)
    const asked = { at, policy, conditional: reach }
    const filled = yield* accepted(
      span === undefined
        ? ShownStatement.of(ledger, form, { ...asked, year })
        : Ledger.statement(ledger, form, asked),
    )
    const shown = span === undefined ? filled : yield* accepted(Statement.within(filled, span))
    yield* Conditional.explain(language, { ledger, at: filled.at.position, reach })
    const format = { ...Answer.formatOf(options), language }
    yield* Answer.write(yield* TableFormat.statement(shown, format), options.out, language)
  }),
})
