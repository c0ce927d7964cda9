/** The options of an adjustment: what its file does not hold. */
import { Ledger, Plan, type Structure } from "@grootboek/core"
import { DeclaredLists, Reader } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as Format from "../output/Format.ts"
import * as InputFile from "../output/InputFile.ts"
import { refused } from "../words/CommandFailure.ts"
import type { Values } from "./Command.ts"
import * as Parameter from "./Parameter.ts"
import * as Resolution from "./Resolution.ts"

export const options = {
  plan: Parameter.text("LABEL", {
    en: "the label of an adjustment, such as 2026/1",
    nl: "het label van een aanpassing, zoals 2026/1",
  }),
  ...Resolution.options,
  motivation: Parameter.text("TEXT", {
    en: "why the plan is adjusted",
    nl: "waarom het plan wordt aangepast",
  }),
  assumption: Parameter.repeated("TEXT", {
    en: "an assumption that changed (may be given again)",
    nl: "een assumptie die wijzigde (mag herhaald worden)",
  }),
  neutral: Parameter.choice("PER", ["year", "action", "section"], {
    en: "declare the adjustment neutral per year, action or section; refused if it is not",
    nl: "verklaar de aanpassing neutraal per jaar (year), actie (action) of deel (section); geweigerd als dat niet klopt",
  }),
  "credit-years": Resolution.creditYears,
  structure: Parameter.repeated("FILE", {
    en: "structure, indicators, targets or texts that the adjustment adds or changes (may be given again)",
    nl: "structuur, indicatoren, streefwaarden of teksten die de aanpassing toevoegt of wijzigt (mag herhaald worden)",
  }),
}

/** Returns the resolution, motivation, assumptions, structure, credit years and neutrality of an adjustment. */
export const of = Effect.fnUntraced(function* (
  label: string,
  given: Values<typeof options>,
  {
    ledger,
    reading,
  }: {
    readonly ledger: Ledger.Ledger
    readonly reading: Omit<Reader.ReaderOptions, "sha256" | "plan" | "adjustment">
  },
) {
  const resolution = yield* Resolution.of(given)
  const { assumption: assumptions, motivation, neutral: neutrality, "credit-years": creditYears } = given
  const structures = (yield* Effect.forEach(given.structure, InputFile.read)).map((input) =>
    declarationsOf(input, { ...reading, sha256: InputFile.sha256, plan: label }),
  )
  const faults = structures.flatMap((read) => read.faults)
  if (faults.length > 0) return yield* Effect.fail(refused(...faults.map(Format.fault)))
  const declared = structures.flatMap(({ declarations }) => declarations)
  const structure = declared.length === 0 ? undefined : DeclaredLists.concat(declared)
  return {
    creditYears: creditYears.length === 0 ? creditYearsOf(label, ledger) : creditYears,
    ...(resolution === undefined ? {} : { resolution }),
    ...(motivation === undefined ? {} : { motivation }),
    ...(assumptions.length === 0 ? {} : { assumptions }),
    ...(neutrality === undefined ? {} : { neutrality }),
    ...(structure === undefined ? {} : { structure }),
  }
})

/** Returns what a file declares: structure, or else indicators or texts, whichever its header is. */
const declarationsOf = (
  input: InputFile.WholeFile,
  options: Reader.ReaderOptions,
): {
  readonly faults: ReturnType<typeof Reader.read>["faults"]
  readonly declarations: ReadonlyArray<Structure.Declarations>
} => {
  const [structure, ...others] = (["structure", "indicators", "texts"] as const).map((kind) =>
    Reader.read(kind, input, { ...options, adjustment: { creditYears: [] } }),
  )
  const known = [structure, ...others].find((read) =>
    read?.faults.every(({ _tag }) => _tag !== "UnknownTable"),
  )
  const { faults = [], requests = [] } = known ?? structure ?? {}
  return {
    faults,
    declarations: requests.flatMap(({ event }) =>
      event?._tag === "StructureDeclared"
        ? [event.declarations]
        : event?._tag === "PlanAdjusted" && event.structure !== undefined
          ? [event.structure]
          : [],
    ),
  }
}

// `2027/1` sets the credits of 2027; a label without a year of the plan keeps the credit years.
const creditYearsOf = (label: string, ledger: Ledger.Ledger): ReadonlyArray<number> => {
  const plan = Ledger.planAt(ledger)
  const year = Number(/^(\d{4})\D/.exec(label)?.[1])
  if (plan !== undefined && year >= plan.years.first && year <= plan.years.last) return [year]
  return plan === undefined ? [] : (Plan.current(plan)?.creditYears ?? [])
}
