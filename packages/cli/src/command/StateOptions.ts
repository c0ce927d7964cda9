/** The options that some kinds of import take: additions, strictness, and the scope and reasons of a whole list. */
import { Revision } from "@grootboek/core"
import type { Layout } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import { type CommandFailure, usage } from "../words/CommandFailure.ts"
import * as StateMessage from "../words/StateMessage.ts"
import type { Values } from "./Command.ts"
import * as Parameter from "./Parameter.ts"

export const options = {
  add: Parameter.flag({
    en: "add amounts to those of an earlier import, for lines and opening; otherwise refused",
    nl: "tel bedragen op bij die van een eerdere import, bij ramingen en beginsaldi; anders geweigerd",
  }),
  replace: Parameter.flag({
    en: "opening: the amounts replace the recorded ones, which are reversed",
    nl: "beginsaldi: de bedragen vervangen wat geboekt is; dat wordt tegengeboekt",
  }),
  again: Parameter.flag({
    en: "declarations and rules: record again what a later entry replaced; otherwise noted",
    nl: "opgaven en regels: leg opnieuw vast wat een latere boeking verving; anders een opmerking",
  }),
  strict: Parameter.flag({
    en: "actuals and commitments: refuse a booking past its estimate or on a line without one, and a commitment of more than is available; otherwise noted",
    nl: "aanrekeningen en vastleggingen: weiger een aanrekening boven de raming of op een budgetlijn zonder raming, en een vastlegging van meer dan wat beschikbaar is; anders een opmerking",
  }),
  scope: Parameter.choices("SCOPE", Revision.narrowings, {
    en: "state: compare only the actions, years or accounts that the files name (may be given again)",
    nl: "volledige lijst: vergelijk alleen de acties, jaren of rekeningen die de bestanden vermelden (mag herhaald worden)",
  }),
  reasons: Parameter.text("FILE", {
    en: "state: the reasons of the changes; a dry run writes this file to complete",
    nl: "volledige lijst: de redenen van de wijzigingen; een proefuitvoering schrijft dit bestand om in te vullen",
  }),
}

/** The kinds of files that state what holds until another one does. */
const declaring: ReadonlySet<Layout.ImportKind> = new Set<Layout.ImportKind>([
  "structure",
  "overhead",
  "passthrough",
  "rules",
  "repayments",
  "indicators",
  "texts",
])

/** Refuses an option that does not belong to the kind of import. */
export const check = (
  kind: Layout.ImportKind,
  { add, again, reasons, replace, scope, strict }: Values<typeof options>,
): Effect.Effect<void, CommandFailure> => {
  if (add && kind !== "lines" && kind !== "opening") return fail("--add", "--as lines, --as opening")
  if (replace && kind !== "opening") return fail("--replace", "--as opening")
  if (again && !declaring.has(kind))
    return fail("--again", [...declaring].map((one) => `--as ${one}`).join(", "))
  if (strict && kind !== "actuals" && kind !== "commitments")
    return fail("--strict", "--as actuals, --as commitments")
  if (add && replace) return Effect.fail(usage(StateMessage.addOrReplace))
  if (scope.length > 0 && kind !== "state") return fail("--scope", "--as state")
  if (reasons !== undefined && kind !== "state") return fail("--reasons", "--as state")
  return Effect.void
}

const fail = (option: string, kinds: string) => Effect.fail(usage(StateMessage.onlyFor(option, kinds)))
