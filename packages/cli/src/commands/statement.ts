/** `grootboek statement`: one form, filled in at a moment. */
import { formIds, Ledger, notBuilt, Statement } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Conditional from "../Conditional.ts"
import * as File from "../File.ts"
import { refusal } from "../Messages.ts"
import * as Moment from "../Moment.ts"
import { print, tell } from "../Output.ts"
import * as Render from "../Render.ts"
import * as Session from "../Session.ts"
import { atOption, branchOption, formatOption, ledgerOption, type Option, type Spec, text } from "../Spec.ts"

/** The option that chooses a rounding policy. */
export const roundingOption: Option = {
  name: "rounding",
  value: "POLICY",
  choices: Statement.policies,
  about: {
    en: "form: as the form prints (default); exact: every figure from its exact amount; rows: sums from printed rows",
    nl: "form: zoals het schema afdrukt (standaard); exact: elk cijfer uit het exacte bedrag; rows: sommen van afgedrukte rijen",
  },
}

export const statement: Spec = {
  name: "statement",
  about: { en: "print a form at a moment", nl: "druk een schema af op een moment" },
  more: {
    en: `Forms: ${formIds.join(", ")}. Not built, for their model of 2026 was not found: ${notBuilt.join(", ")}.\nExample: grootboek statement M2 --ledger w13.db --at plan:2026/0`,
    nl: `Schema's: ${formIds.join(", ")}. Niet gebouwd, want het model van 2026 werd niet gevonden: ${notBuilt.join(", ")}.\nVoorbeeld: grootboek statement M2 --ledger w13.db --at plan:2026/0`,
  },
  takes: [
    {
      name: "form",
      about: {
        en: "the form: M1, M2, M3, T1, T2, T3, goals, synthesis, …",
        nl: "het schema: M1, M2, M3, T1, T2, T3, goals, synthesis, …",
      },
    },
  ],
  options: [
    ledgerOption,
    atOption,
    branchOption,
    formatOption(Render.statementFormats),
    roundingOption,
    Conditional.option,
    { name: "out", value: "FILE", about: { en: "write it to a file", nl: "schrijf het naar een bestand" } },
  ],
  run: Effect.fnUntraced(function* (given) {
    const form = Ledger.formOf(given.words[0] ?? "")
    if (Result.isFailure(form)) return yield* Effect.fail(refusal(form.failure))
    const { ledger } = yield* Session.open(given)
    const policy = Statement.policies.find((one) => one === text(given, "rounding")) ?? "form"
    const conditional = Conditional.of(given)
    const at = yield* Moment.resolve(ledger, text(given, "at"))
    const filled = Ledger.statement(ledger, form.success, { at, policy, conditional })
    if (Result.isFailure(filled)) return yield* Effect.fail(refusal(filled.failure))
    yield* Effect.all(Conditional.say(given, ledger, filled.success.at.position))
    const content = yield* Render.statement(filled.success, Render.wanted(given))
    const out = text(given, "out")
    if (out !== undefined) {
      yield* File.write(out, content)
      yield* tell(given.language, { en: `written: ${out}`, nl: `geschreven: ${out}` })
    } else if (typeof content === "string") yield* print(content)
    else yield* Effect.sync(() => process.stdout.write(content))
    return 0 as const
  }, Effect.scoped),
}
