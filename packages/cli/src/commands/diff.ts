/** `grootboek diff`: which cells changed between two moments, and what changed them. */
import { Diff, formIds, Ledger, Money } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Conditional from "../Conditional.ts"
import { usage } from "../Failure.ts"
import * as Given from "../Given.ts"
import { refusal } from "../Messages.ts"
import * as Moment from "../Moment.ts"
import { print } from "../Output.ts"
import * as Render from "../Render.ts"
import * as Session from "../Session.ts"
import { branchOption, formatOption, isOn, ledgerOption, list, type Spec, text } from "../Spec.ts"

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
    {
      name: "year",
      value: "YEAR",
      many: true,
      about: { en: "only this year (may be given again)", nl: "alleen dit jaar (mag herhaald worden)" },
    },
    {
      name: "least",
      value: "EURO",
      about: {
        en: "only changes of at least so much, either way",
        nl: "alleen wijzigingen van minstens zoveel, in beide richtingen",
      },
    },
    {
      name: "unexplained",
      about: {
        en: "only cells that no stated reason explains wholly",
        nl: "alleen cellen die geen opgegeven reden volledig verklaart",
      },
    },
    {
      name: "sort",
      value: "ORDER",
      choices: ["form", "size"],
      about: {
        en: "form: as the forms have them (default); size: largest first",
        nl: "form: zoals in de schema's (standaard); size: grootste eerst",
      },
    },
    Conditional.option,
    branchOption,
    formatOption(Render.differenceFormats),
  ],
  run: Effect.fnUntraced(function* (given) {
    const forms = list(given, "form").map(Ledger.formOf)
    const unknown = forms.find(Result.isFailure)
    if (unknown !== undefined) return yield* Effect.fail(refusal(unknown.failure))
    const only = forms.flatMap((form) => (Result.isSuccess(form) ? [form.success] : []))
    const years = yield* Effect.all(list(given, "year").map(Given.year))
    const least = Money.parse(text(given, "least") ?? "0")
    if (Result.isFailure(least)) {
      const words = text(given, "least")
      return yield* Effect.fail(
        usage({
          en: `--least ${words}: write an amount such as 1000 or 0.5`,
          nl: `--least ${words}: schrijf een bedrag zoals 1000 of 0.5`,
        }),
      )
    }
    const { ledger } = yield* Session.open(given)
    const from = yield* Moment.resolve(ledger, given.words[0])
    const to = yield* Moment.resolve(ledger, given.words[1])
    const difference = Diff.between(
      ledger,
      { from, to, forms: only.length === 0 ? formIds : only },
      { conditional: Conditional.of(given) },
    )
    if (Result.isFailure(difference)) return yield* Effect.fail(refusal(difference.failure))
    yield* Effect.all(Conditional.say(given, ledger, difference.success.to.position))
    const selected = Diff.select(difference.success, {
      ...(years.length === 0 ? {} : { years }),
      least: least.success,
      unexplained: isOn(given, "unexplained"),
      order: text(given, "sort") === "size" ? "size" : "form",
    })
    yield* print(Render.difference(selected, ledger, Render.wanted(given)))
    return 0 as const
  }, Effect.scoped),
}
