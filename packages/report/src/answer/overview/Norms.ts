/** The norms and commitments of a plan with their figures. */
import { Norm } from "@grootboek/core"
import * as Result from "effect/Result"
import type { Table } from "../../paint/Table.ts"
import * as NormText from "../../words/NormText.ts"
import * as TableWords from "../../words/TableWords.ts"
import type { OverviewInput } from "./OverviewInput.ts"

/** Returns a table per norm. */
export const norms = ({ ledger, position, language }: OverviewInput): ReadonlyArray<Table> => {
  const read = Norm.checks(ledger, { at: position })
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
      "short",
      "",
      "promisedIn",
    ),
    rows: all
      .filter((one) => one.norm === norm)
      .map((one) => [
        String(one.year),
        one.action ?? "",
        NormText.level(one.level, language),
        one.base ?? "",
        one.amount,
        one.bound,
        one.short,
        one.holds ? TableWords.of("met", language) : TableWords.of("missed", language),
        one.reference ?? "",
      ]),
  }))
}
