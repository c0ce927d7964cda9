/** `grootboek explain`: one cell, down to the entries and source lines that make it. */
import { Explain, Ledger, Statement } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Conditional from "../Conditional.ts"
import * as Given from "../Given.ts"
import { refusal } from "../Messages.ts"
import * as Moment from "../Moment.ts"
import { print } from "../Output.ts"
import * as Render from "../Render.ts"
import * as Session from "../Session.ts"
import { atOption, branchOption, formatOption, ledgerOption, type Spec, text } from "../Spec.ts"
import { roundingOption } from "./statement.ts"

export const explain: Spec = {
  name: "explain",
  about: {
    en: "show why a cell is what it is, down to the source line",
    nl: "toon waarom een cel is wat ze is, tot op de bronregel",
  },
  more: {
    en: "A row is a code that is unique in the form, or SECTION/CODE.\nExample: grootboek explain T2 EXPLOITATIE/II.A.3.a-2-5 2026 --ledger w13.db",
    nl: "Een rij is een code die uniek is in het schema, of SECTIE/CODE.\nVoorbeeld: grootboek explain T2 EXPLOITATIE/II.A.3.a-2-5 2026 --ledger w13.db",
  },
  takes: [
    { name: "form", about: { en: "the form", nl: "het schema" } },
    { name: "row", about: { en: "the row: CODE or SECTION/CODE", nl: "de rij: CODE of SECTIE/CODE" } },
    { name: "year", about: { en: "the year", nl: "het jaar" } },
  ],
  options: [
    ledgerOption,
    atOption,
    branchOption,
    roundingOption,
    Conditional.option,
    formatOption(["text", "json"]),
  ],
  run: Effect.fnUntraced(function* (given) {
    const [formName = "", row = "", yearWords = ""] = given.words
    const form = Ledger.formOf(formName)
    if (Result.isFailure(form)) return yield* Effect.fail(refusal(form.failure))
    const year = yield* Given.year(yearWords)
    const { ledger } = yield* Session.open(given)
    const policy = Statement.policies.find((one) => one === text(given, "rounding")) ?? "form"
    const at = yield* Moment.resolve(ledger, text(given, "at"))
    const explained = Explain.cell(
      ledger,
      { form: form.success, row, year },
      { at, policy, conditional: Conditional.of(given) },
    )
    if (Result.isFailure(explained)) return yield* Effect.fail(refusal(explained.failure))
    yield* Effect.all(Conditional.say(given, ledger, at))
    yield* print(Render.explanation(explained.success, Render.wanted(given)))
    return 0 as const
  }, Effect.scoped),
}
