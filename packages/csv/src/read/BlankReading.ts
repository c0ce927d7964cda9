/**
 * Decides how to read rows whose blanks may separate or group digits. It keeps the readings that agree with the sums of the
 * form; a row is read when one reading is left.
 */
import { type FormId, Money } from "@grootboek/core"
import { IdentityCheck, Published } from "@grootboek/core/answer"
import type { FileNumbers } from "../text/Dialect.ts"
import * as PrintedCell from "./PrintedCell.ts"
import type { AddressedRow } from "./PrintedTable.ts"

/** A row with the reading that was chosen; without one when several are left. */
export interface DecidedRow extends AddressedRow {
  readonly figures: ReadonlyArray<string> | undefined
  /** Whether sums decided. */
  readonly isDecided: boolean
}

export const decide = (
  rows: ReadonlyArray<AddressedRow>,
  {
    form,
    numbers,
    edition,
  }: { readonly form: FormId; readonly numbers: FileNumbers; readonly edition: "bbc-2020" | undefined },
): ReadonlyArray<DecidedRow> => {
  if (rows.every(({ readings }) => readings.length === 1))
    return rows.map((row) => ({ ...row, figures: row.readings[0], isDecided: false }))
  const laid = Published.lay([
    {
      form,
      ...(edition === undefined ? {} : { edition }),
      cells: [
        ...new Map(rows.map((row) => [`${row.section}/${row.codes[0]}`.toLowerCase(), row])).values(),
      ].map(({ section, codes, row }) => ({
        section,
        code: codes[0] ?? "",
        year: 0,
        amount: Money.zero,
        line: row.line,
        column: "",
      })),
    },
  ])
  const layout = laid._tag === "Success" ? laid.success[0]?.layout : undefined
  if (layout === undefined)
    return rows.map((row) => ({
      ...row,
      figures: row.readings.length === 1 ? row.readings[0] : undefined,
      isDecided: false,
    }))
  const rowOf = Published.finder(layout)
  const amount = (text: string): bigint | undefined => {
    const printed = PrintedCell.parse(text, numbers)
    return printed === undefined ? 0n : "_tag" in printed ? undefined : printed.amount
  }
  const candidates = rows.map(({ readings }) =>
    readings.map((figures): Candidate => ({ figures, amounts: figures.map(amount) })),
  )
  const byRow = new Map<number, number>()
  rows.forEach((row, index) => {
    const found = rowOf({ section: row.section, code: row.codes[0] ?? "" })
    if (found._tag === "Success" && new Set(row.codes).size === 1) byRow.set(found.success, index)
  })
  const unit = Money.unit(layout.form.decimals)
  const constraints = layout.rows.flatMap(({ index, count, terms }) => {
    const own = terms.filter(({ lag }) => lag === 0)
    const indexes = [index, ...own.map(({ row }) => row)].map((row) => byRow.get(row))
    return count !== undefined || own.length === 0 || indexes.includes(undefined)
      ? []
      : [
          {
            rows: indexes.flatMap((one) => (one === undefined ? [] : [one])),
            signs: own.map(({ sign }) => sign),
          },
        ]
  })
  const agrees = ([target, ...terms]: ReadonlyArray<Candidate>, signs: ReadonlyArray<1 | -1>): boolean => {
    const tolerance = IdentityCheck.toleranceOf(
      unit,
      terms.map(() => unit),
    )
    return (target?.amounts ?? []).every((first, column) => {
      let difference = first
      for (const [at, { amounts }] of terms.entries()) {
        const value = amounts[column]
        if (difference === undefined || value === undefined) return false
        difference = signs[at] === -1 ? difference + value : difference - value
      }
      return difference !== undefined && difference <= tolerance && difference >= -tolerance
    })
  }
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const { rows: own, signs } of constraints) {
      const lists = own.map((row) => candidates[row] ?? [])
      const size = lists.reduce((product, list) => product * list.length, 1)
      if (size < 2 || size > mostCombinations) continue
      const kept = lists.map(() => new Set<Candidate>())
      for (const combination of combinations(lists))
        if (agrees(combination, signs))
          for (const [at, candidate] of combination.entries()) kept[at]?.add(candidate)
      own.forEach((row, at) => {
        const left = (candidates[row] ?? []).filter((candidate) => kept[at]?.has(candidate))
        if (left.length === 0 || left.length === candidates[row]?.length) return
        candidates[row] = left
        isChanged = true
      })
    }
  }
  return rows.map((row, index) => {
    const left = candidates[index] ?? []
    return {
      ...row,
      figures: left.length === 1 ? left[0]?.figures : undefined,
      isDecided: row.readings.length > 1 && left.length === 1,
    }
  })
}

/** A way to read a row, with its amounts. */
interface Candidate {
  readonly figures: ReadonlyArray<string>
  readonly amounts: ReadonlyArray<bigint | undefined>
}

const mostCombinations = 20_000

function* combinations<A>(lists: ReadonlyArray<ReadonlyArray<A>>): Generator<ReadonlyArray<A>> {
  const [first, ...others] = lists
  if (first === undefined) yield []
  else for (const one of first) for (const rest of combinations(others)) yield [one, ...rest]
}
