/** `grootboek explain`: one cell, down to the entries and source lines that make it. */
import { Explain, Ledger } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Format from "../output/Format.ts"
import { print } from "../output/Stdio.ts"
import { accepted } from "../session/CoreFailure.ts"
import * as Moment from "../session/Moment.ts"
import * as Session from "../session/Session.ts"
import * as Command from "./Command.ts"
import * as Conditional from "./Conditional.ts"
import { at, branch, format, ledger, rounding } from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const explain = Command.define({
  name: "explain",
  about: {
    en: "show the entries and source lines behind a cell",
    nl: "toon de boekingen en bronregels achter een cel",
  },
  more: {
    en: "A row is a code that is unique in the form, or SECTION/CODE.\nExample: grootboek explain T2 EXPLOITATIE/II.A.3.a-2-5 2026 --ledger w13.db",
    nl: "Een rij is een code die uniek is in het schema, of SECTIE/CODE.\nVoorbeeld: grootboek explain T2 EXPLOITATIE/II.A.3.a-2-5 2026 --ledger w13.db",
  },
  args: {
    form: Parameter.required(Parameter.text("form", { en: "the form", nl: "het schema" })),
    row: Parameter.required(
      Parameter.text("row", { en: "the row: CODE or SECTION/CODE", nl: "de rij: CODE of SECTIE/CODE" }),
    ),
    year: Parameter.required(Parameter.year("year", { en: "the year", nl: "het jaar" })),
  },
  options: {
    ledger,
    at,
    branch,
    rounding,
    conditional: Conditional.conditional,
    format: format(Format.textFormats),
  },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const form = yield* accepted(Ledger.formOf(args.form))
    const { ledger } = yield* Session.open(options)
    const { row, year } = args
    const { rounding: policy, conditional: reach } = options
    const at = yield* Moment.resolve(ledger, options.at)
    const cell = { form, row, year }
    const explained = yield* accepted(Explain.cell(ledger, cell, { at, policy, conditional: reach }))
    yield* Conditional.explain(language, { ledger, at, reach })
    yield* print(Format.explanation(explained, { format: options.format, language }))
  }),
})
