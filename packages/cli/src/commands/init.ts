/** `grootboek init`: opens a ledger with the plan that was adopted. */
import { Adoption, BudgetEvent, Intake, Ledger } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { sha256 } from "../File.ts"
import * as Given from "../Given.ts"
import { refusal } from "../Messages.ts"
import { tell } from "../Output.ts"
import * as Session from "../Session.ts"
import { ledgerOption, required, type Spec } from "../Spec.ts"
import * as Write from "../Write.ts"

export const init: Spec = {
  name: "init",
  about: {
    en: "open a ledger with the plan that was adopted",
    nl: "open een grootboek met het vastgestelde meerjarenplan",
  },
  more: {
    en: "Example:\n  grootboek init --ledger w13.db --entity W13 --entity-type welzijnsvereniging --plan 2026/0 --years 2026-2031",
    nl: "Voorbeeld:\n  grootboek init --ledger w13.db --entity W13 --entity-type welzijnsvereniging --plan 2026/0 --years 2026-2031",
  },
  takes: [],
  options: [
    ledgerOption,
    {
      name: "entity",
      value: "NAME",
      required: true,
      about: { en: "the name of the authority", nl: "de naam van het bestuur" },
    },
    {
      name: "entity-type",
      value: "TYPE",
      required: true,
      choices: BudgetEvent.EntityType.literals,
      about: {
        en: "its type, which decides the norms that bind it",
        nl: "het type, dat bepaalt welke normen gelden",
      },
    },
    {
      name: "plan",
      value: "LABEL",
      required: true,
      about: { en: "the label of the plan, such as 2026/0", nl: "het label van het plan, zoals 2026/0" },
    },
    {
      name: "years",
      value: "FIRST-LAST",
      required: true,
      about: { en: "the years of the plan, such as 2026-2031", nl: "de jaren van het plan, zoals 2026-2031" },
    },
    Given.creditYearsOption,
    ...Given.resolutionOptions,
    Given.actorOption,
  ],
  run: Effect.fnUntraced(function* (given) {
    const years = yield* Given.span(required(given, "years"))
    const resolution = yield* Given.resolution(given)
    const creditYears = yield* Given.creditYears(given)
    const type =
      BudgetEvent.EntityType.literals.find((one) => one === required(given, "entity-type")) ?? "andere"
    const decide = Adoption.adopt({
      entity: { name: required(given, "entity"), type },
      plan: required(given, "plan"),
      edition: "bbc-3.0",
      years,
      creditYears: creditYears ?? [years.first],
      ...(resolution === undefined ? {} : { resolution }),
    })
    const request = { id: `plan:${sha256(new TextEncoder().encode(required(given, "plan")))}`, decide }
    const context = { actor: Given.actor(given), sha256, recorded: new Map() }
    const decided = Effect.fnUntraced(function* (ledger: Ledger.Ledger) {
      const { proposals, refused } = Intake.decide(ledger, [request], context)
      const [first] = refused
      return first === undefined ? proposals : yield* Effect.fail(refusal(first.refusal))
    })
    // What no ledger could hold makes no file.
    yield* decided(Ledger.empty())
    const session = yield* Session.open(given, "create")
    const proposals = yield* decided(session.ledger)
    yield* Write.proposals(given, session, proposals)
    yield* tell(given.language, {
      en: `${required(given, "ledger")}: ledger of ${required(given, "entity")} opened, plan ${required(given, "plan")}, ${required(given, "years")}. Next: import its structure (--as structure).`,
      nl: `${required(given, "ledger")}: grootboek van ${required(given, "entity")} geopend, plan ${required(given, "plan")}, ${required(given, "years")}. Nu: importeer de structuur (--as structure).`,
    })
    return 0 as const
  }, Effect.scoped),
}
