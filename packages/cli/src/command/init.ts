/** `grootboek init`: a new ledger with its adopted plan. */
import { Adoption, BudgetEvent, Ledger } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { sha256 } from "../output/InputFile.ts"
import { inform } from "../output/Stdio.ts"
import * as Append from "../session/Append.ts"
import * as Session from "../session/Session.ts"
import * as LedgerMessage from "../words/LedgerMessage.ts"
import * as Command from "./Command.ts"
import { actor, ledger, time } from "./common.ts"
import * as Parameter from "./Parameter.ts"
import * as Resolution from "./Resolution.ts"

export const init = Command.define({
  name: "init",
  about: {
    en: "create a ledger with its adopted plan",
    nl: "maak een grootboek aan met het vastgestelde meerjarenplan",
  },
  more: {
    en: "Example:\n  grootboek init --ledger w13.db --entity W13 --entity-type welzijnsvereniging --plan 2026/0 --years 2026-2031",
    nl: "Voorbeeld:\n  grootboek init --ledger w13.db --entity W13 --entity-type welzijnsvereniging --plan 2026/0 --years 2026-2031",
  },
  args: {},
  options: {
    ledger,
    entity: Parameter.required(
      Parameter.text("NAME", { en: "the name of the local authority", nl: "de naam van het bestuur" }),
    ),
    "entity-type": Parameter.required(
      Parameter.choice("TYPE", BudgetEvent.EntityType.literals, {
        en: "its type, which decides the norms that apply",
        nl: "het type, dat bepaalt welke normen gelden",
      }),
    ),
    plan: Parameter.required(
      Parameter.text("LABEL", {
        en: "the label of the plan, such as 2026/0",
        nl: "het label van het plan, zoals 2026/0",
      }),
    ),
    years: Parameter.required(
      Parameter.yearSpan("FIRST_LAST", {
        en: "the years of the plan, such as 2026-2031",
        nl: "de jaren van het plan, zoals 2026-2031",
      }),
    ),
    "credit-years": Resolution.creditYears,
    ...Resolution.options,
    actor,
    time,
  },
  run: Effect.fnUntraced(function* ({ options, language }) {
    const { entity, plan, years, actor, "credit-years": creditYears } = options
    const resolution = yield* Resolution.of(options)
    const decide = Adoption.adopt({
      entity: { name: entity, type: options["entity-type"] },
      plan,
      edition: "bbc-3.0",
      years,
      creditYears: creditYears.length === 0 ? [years.first] : creditYears,
      ...(resolution === undefined ? {} : { resolution }),
    })
    const request = { id: `plan:${sha256(new TextEncoder().encode(plan))}`, decide }
    // Decides on an empty ledger first, so that a refused plan creates no file.
    yield* Append.decided(Ledger.empty(), request, actor)
    const session = yield* Session.open(options, "create")
    yield* Append.proposals(session, yield* Append.decided(session.ledger, request, actor))
    const span = years.first === years.last ? `${years.first}` : `${years.first}-${years.last}`
    yield* inform(language, LedgerMessage.created(options.ledger, { entity, plan, years: span }))
  }),
})
