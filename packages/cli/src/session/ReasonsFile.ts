/**
 * The reasons of an adjustment that was computed from a list: a file in the layout of an adjustment, written by a dry run
 * and completed by its user. A change may be divided over several rows, each with its reason.
 */
import { existsSync } from "node:fs"
import { type BudgetEvent, BudgetLine, Money } from "@grootboek/core"
import { Export, type Layout, Reader, Table } from "@grootboek/csv"
import type { FileFinding } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as InputFile from "../output/InputFile.ts"
import * as OutputFile from "../output/OutputFile.ts"
import { type CommandFailure, refused } from "../words/CommandFailure.ts"
import type { Both, Language } from "../words/Language.ts"
import * as StateMessage from "../words/StateMessage.ts"
import * as ImportFinding from "./ImportFinding.ts"

/** The path of the file, if one is named, and whether it may be written. */
export interface ReasonsRequest {
  readonly file: string | undefined
  readonly isDry: boolean
  readonly language: Language
}

/** The changes with their reasons, and what was found in the file. */
export interface ExplainedChanges {
  readonly changes: ReadonlyArray<BudgetEvent.Change>
  readonly findings: ReadonlyArray<FileFinding.FileFinding>
  readonly notes: ReadonlyArray<string>
}

/** Adds the reasons of the file to changes. A dry run writes the file when it does not exist, and never changes one that does. */
export const explain = Effect.fnUntraced(function* (
  changes: ReadonlyArray<BudgetEvent.Change>,
  { file, isDry, language }: ReasonsRequest,
): Effect.fn.Return<ExplainedChanges, CommandFailure> {
  if (file === undefined)
    return { changes, findings: [], notes: [StateMessage.reasonsMissing(changes.length)[language]] }
  if (existsSync(file)) return read(changes, yield* InputFile.read(file), language)
  if (!isDry) return yield* Effect.fail(refused(StateMessage.reasonsUnwritten(file)))
  yield* OutputFile.write(file, `\ufeff${Table.write(Export.adjustment({ changes }))}`)
  return { changes, findings: [], notes: [StateMessage.reasonsWritten(file)[language]] }
})

const read = (
  computed: ReadonlyArray<BudgetEvent.Change>,
  input: InputFile.WholeFile,
  language: Language,
): ExplainedChanges => {
  const { faults, requests } = Reader.read(kind, input, { sha256: InputFile.sha256, plan: "" })
  const given = requests.flatMap(({ event }) => (event?._tag === "PlanAdjusted" ? event.changes : []))
  const findings = [
    ...faults.map((fault) => ImportFinding.ofFault(fault, language)),
    ...(faults.length > 0 ? [] : differences(computed, given).map((one) => findingOf(input, one, language))),
  ]
  const rows = new Map(computed.map(({ line, row }) => [keyOf(line), row]))
  const changes = given.map(({ row: _, ...change }): BudgetEvent.Change => {
    const row = rows.get(keyOf(change.line))
    return { ...change, ...(row === undefined ? {} : { row }) }
  })
  const blank = changes.filter(({ reason }) => reason === undefined).length
  return {
    changes,
    findings,
    notes: blank === 0 ? [] : [StateMessage.reasonsBlank(input.name, blank)[language]],
  }
}

const kind: Layout.ImportKind = "adjustment"

/** A line and year on which the rows of the file do not sum to the change. */
interface Difference {
  readonly line: BudgetLine.BudgetLine
  readonly year: string
  readonly computed: Money.Money
  readonly given: Money.Money
  readonly row: number | undefined
}

const differences = (
  computed: ReadonlyArray<BudgetEvent.Change>,
  given: ReadonlyArray<BudgetEvent.Change>,
): ReadonlyArray<Difference> => {
  const sums = new Map<string, { -readonly [K in keyof Difference]: Difference[K] }>()
  const add = (change: BudgetEvent.Change, side: "computed" | "given"): void => {
    for (const [year, amount] of Object.entries(change.amounts)) {
      const id = `${keyOf(change.line)}\u001f${year}`
      const sum = sums.get(id) ?? {
        line: change.line,
        year,
        computed: Money.zero,
        given: Money.zero,
        row: undefined,
      }
      sum[side] = Money.add(sum[side], Money.from(amount))
      if (side === "given") sum.row ??= change.row
      sums.set(id, sum)
    }
  }
  for (const change of computed) add(change, "computed")
  for (const change of given) add(change, "given")
  return [...sums.values()].filter((sum) => sum.computed !== sum.given)
}

const findingOf = (
  { name }: InputFile.InputFile,
  { line, year, computed, given, row }: Difference,
  language: Language,
): FileFinding.FileFinding => {
  const reported: Both = StateMessage.reasonsDiffer({
    place: BudgetLine.format(line),
    year,
    computed: Money.print(computed, "be"),
    given: Money.print(given, "be"),
  })
  const at = row === undefined ? name : `${name}:${row}`
  return {
    file: name,
    line: row ?? null,
    column: year,
    code: "ReasonsDiffer",
    message: `${at}: ${reported[language]}`,
  }
}

const keyOf = (line: BudgetLine.BudgetLine): string => BudgetLine.key(BudgetLine.estimated(line))
