/** A fault of a file: the problem, its position, and its message. */
import * as AmountColumn from "./AmountColumnProblem.ts"
import * as Cell from "./CellProblem.ts"
import * as File from "./FileProblem.ts"
import * as Header from "./HeaderProblem.ts"
import * as Mapping from "./MappingProblem.ts"
import { type FaultCatalogue, type FaultMessage, type Message, of, quote } from "./Message.ts"
import * as Numeric from "./NumberProblem.ts"
import * as Sheet from "./SheetProblem.ts"

/** Every problem by name. The error gallery in the documentation shows each with an input that causes it. */
export type Problem =
  | File.FileProblem
  | Header.HeaderProblem
  | AmountColumn.AmountColumnProblem
  | Mapping.MappingProblem
  | Cell.CellProblem
  | Numeric.NumberProblem
  | Sheet.SheetProblem

/** Where a fault is. `offset` is the first byte of its line, `text` that line, `column` the header of its column. */
export interface FilePosition {
  readonly file: string
  readonly line: number
  readonly column?: string
  /** The address of a cell of a spreadsheet: `Data!B12`. */
  readonly cell?: string
  readonly offset: number
  readonly text: string
}

export type Fault = Problem & FilePosition

const headerMessages = { ...Header.messages, ...AmountColumn.messages, ...Mapping.messages }

export const catalogue: FaultCatalogue<Problem> = {
  ...File.messages,
  ...headerMessages,
  ...Cell.messages,
  ...Numeric.messages,
  ...Sheet.messages,
}

/** Returns whether a problem is one of the header or of its mapping, so that no row below it can be read. */
export const isOfHeader = ({ _tag }: Problem): boolean => Object.hasOwn(headerMessages, _tag)

/** Returns what is wrong and what was expected. */
export const describe = (problem: Problem): FaultMessage => of<Problem, FaultMessage>(catalogue, problem)

/** Returns what was expected instead. */
export const expected = (
  problem: Problem,
  language: keyof Message = "en",
  audience: "library" | "command" = "library",
): string => {
  const { expected, command } = describe(problem)
  return (audience === "command" ? (command ?? expected) : expected)[language]
}

/** Returns `budget.csv:12: "abc" is not a number (column "2026"); expected an amount such as 1.234,56`. */
export const message = (
  fault: Fault,
  language: keyof Message = "en",
  audience: "library" | "command" = "library",
): string => {
  const { wrong } = describe(fault)
  const places = [
    ...(fault.column === undefined ? [] : [`${columnWord[language]} ${quote(fault.column)}`]),
    ...(fault.cell === undefined ? [] : [`${cellWord[language]} ${fault.cell}`]),
  ]
  const where = places.length === 0 ? "" : ` (${places.join(", ")})`
  return `${fault.file}:${fault.line}: ${wrong[language]}${where}; ${expected(fault, language, audience)}`
}

const columnWord: Message = { en: "column", nl: "kolom" }
const cellWord: Message = { en: "cell", nl: "cel" }
