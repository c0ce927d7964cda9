/** The norms and pledges of a plan with their figures. */
import { Norm, NormLabel } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import * as Table from "../../paint/Table.ts"
import * as NormText from "../../words/NormText.ts"
import * as TableWords from "../../words/TableWords.ts"
import type { OverviewInput } from "./OverviewInput.ts"

export const norms = ({
  ledger,
  position,
  language,
  without = [],
}: OverviewInput): ReadonlyArray<Table.Table> => {
  const read = Norm.checks(ledger, { at: position, without })
  const all = Result.isSuccess(read) ? read.success : []
  return [...new Set(all.map(({ norm }) => norm))].map((norm) => ({
    title: NormText.name(norm, language),
    head: TableWords.heads(
      language,
      "year",
      "action",
      "level",
      "base",
      "amount",
      "against",
      norm === "budgetNeutrality" ? "off" : "short",
      "",
      "promisedIn",
      ...(isMarked(norm) ? (["origin"] as const) : []),
    ),
    rows: all
      .filter((one) => one.norm === norm)
      .map((one) => [
        NormText.years(one),
        NormLabel.subject(one)[language],
        NormText.levelOf(one, language),
        one.base ?? "",
        one.amount,
        // The bound as it was pledged: half a cent is not rounded to a cent.
        Table.exact(one.bound),
        one.short,
        NormText.verdict(one, language),
        one.reference ?? "",
        ...(isMarked(norm) ? [TableWords.of(origins[norm], language)] : []),
      ]),
  }))
}

/** Whether the bound of a norm is stated by the plan, or derived from amounts and facts. */
const origins = {
  minimumReserve: "stated",
  socialLiability: "derived",
  secondPillar: "derived",
} as const satisfies Partial<Record<Norm.NormCheck["norm"], TableWords.TableWord>>

const isMarked = (norm: Norm.NormCheck["norm"]): norm is keyof typeof origins => norm in origins
