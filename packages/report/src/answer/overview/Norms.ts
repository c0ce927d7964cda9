/** What was promised, and what the figures make of it. */
import { Norm } from "@grootboek/core"
import * as Result from "effect/Result"
import type { Table } from "../../paint/Table.ts"
import * as NormText from "../../words/NormText.ts"
import { type OverviewInput, say } from "./OverviewInput.ts"

/** Every norm and promise, with its figures. */
export const norms = ({ ledger, position, language }: OverviewInput): ReadonlyArray<Table> => {
  const read = Norm.checks(ledger, { at: position })
  const all = Result.isSuccess(read) ? read.success : []
  return [...new Set(all.map(({ norm }) => norm))].map((norm) => ({
    title: NormText.name(norm, language),
    head: [
      say({ en: "year", nl: "jaar" }, language),
      say({ en: "action", nl: "actie" }, language),
      say({ en: "binds as", nl: "geldt als" }, language),
      say({ en: "base", nl: "grondslag" }, language),
      say({ en: "amount", nl: "bedrag" }, language),
      say({ en: "against", nl: "tegenover" }, language),
      say({ en: "short", nl: "te kort" }, language),
      "",
      say({ en: "where it is promised", nl: "waar het beloofd is" }, language),
    ],
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
        one.holds
          ? say({ en: "holds", nl: "gehaald" }, language)
          : say({ en: "missed", nl: "niet gehaald" }, language),
        one.reference ?? "",
      ]),
  }))
}
