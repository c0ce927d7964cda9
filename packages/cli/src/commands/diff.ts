/** `grootboek diff`: which cells changed between two moments, and what changed them. */
import { Diff, formIds, Ledger } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { refusal } from "../Messages.ts"
import { print } from "../Output.ts"
import * as Render from "../Render.ts"
import * as Session from "../Session.ts"
import { branchOption, formatOption, ledgerOption, list, type Spec } from "../Spec.ts"

export const diff: Spec = {
  name: "diff",
  about: {
    en: "show which cells changed between two moments, and why",
    nl: "toon welke cellen wijzigden tussen twee momenten, en waarom",
  },
  more: {
    en: "Example: grootboek diff plan:2026/0 plan:2026/1 --ledger w13.db --form M2",
    nl: "Voorbeeld: grootboek diff plan:2026/0 plan:2026/1 --ledger w13.db --form M2",
  },
  takes: [
    {
      name: "from",
      about: {
        en: "the moment before: plan:…, position:… or time:…",
        nl: "het moment ervoor: plan:…, position:… of time:…",
      },
    },
    { name: "to", about: { en: "the moment after", nl: "het moment erna" } },
  ],
  options: [
    ledgerOption,
    {
      name: "form",
      value: "FORM",
      many: true,
      about: { en: "only this form (may be given again)", nl: "alleen dit schema (mag herhaald worden)" },
    },
    branchOption,
    formatOption(Render.differenceFormats),
  ],
  run: Effect.fnUntraced(function* (given) {
    const forms = list(given, "form").map(Ledger.formOf)
    const unknown = forms.find(Result.isFailure)
    if (unknown !== undefined) return yield* Effect.fail(refusal(unknown.failure))
    const only = forms.flatMap((form) => (Result.isSuccess(form) ? [form.success] : []))
    const { ledger } = yield* Session.open(given)
    const [from = "", to = ""] = given.words
    const difference = Diff.between(ledger, from, to, only.length === 0 ? formIds : only)
    if (Result.isFailure(difference)) return yield* Effect.fail(refusal(difference.failure))
    yield* print(Render.difference(difference.success, ledger, Render.wanted(given)))
    return 0 as const
  }, Effect.scoped),
}
