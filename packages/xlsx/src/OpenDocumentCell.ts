/** The value of a cell in an OpenDocument spreadsheet. */
import type { CellFormat } from "./CellFormat.ts"
import * as CellValue from "./CellValue.ts"
import type { NestedText } from "./RichText.ts"
import type * as Xml from "./Xml.ts"

/** A cell as the file holds it. */
export interface ValuedCell {
  readonly attributes: Xml.Attributes
  readonly text: string | NestedText
  /** Text beside the paragraphs, which no program shows. */
  readonly stray: string
  readonly format: CellFormat
  /** Whether a formula without a value and a type is one with an empty text, and not one that was never computed. */
  readonly isComputed: boolean
}

/** Returns the value of a cell. The value of its attributes counts, whatever its text shows. */
export const of = (
  { attributes, text, stray, format, isComputed }: ValuedCell,
  setting: Omit<CellValue.CellSetting, "strings" | "is1904">,
): CellValue.CellText | CellValue.CellProblemOf => {
  const type = attributes["office:value-type"]
  const hasFormula = attributes["table:formula"] !== undefined
  const shown = typeof text === "string" ? text : text.nested
  if (stray !== "") return { damage: "NumberDamaged", value: `${shown}${stray}` }
  const isError = attributes["calcext:value-type"] === "error" || (hasFormula && errors.test(shown))
  if (isError) return { damage: "ErrorCell", value: shown }
  const values = names.filter((name) => attributes[name] !== undefined)
  const [only] = values
  const expected = attributeOf[type ?? "string"]
  // Two values, or one of another kind than the cell: programs differ in which of them counts.
  if (values.length > 1 || (only !== undefined && only !== expected))
    return { damage: "NumberDamaged", value: only === undefined ? shown : (attributes[only] ?? "") }
  const stored = only === undefined ? undefined : attributes[only]
  const value = (kind: string, inline: string | NestedText, own = format) =>
    CellValue.of(
      { type: kind, stored, inline, hasFormula, format: own },
      { ...setting, strings: [], is1904: false },
    )
  switch (type) {
    case "float":
    case "currency":
      return number(value("n", ""), { stored, hasFormula, shown })
    case "percentage":
      return number(value("n", "", { _tag: "Percent" }), { stored, hasFormula, shown })
    case "date":
      return number(value("d", ""), { stored, hasFormula, shown })
    case "boolean":
      return number(value("b", ""), { stored, hasFormula, shown })
    case "string":
    case undefined:
      break
    default:
      return { damage: "NumberDamaged", value: stored ?? shown }
  }
  if (stored === "" && shown.trim() !== "") return { damage: "NumberDamaged", value: shown }
  if (hasFormula && !isComputed && type === undefined && stored === undefined && shown === "")
    return { damage: "FormulaWithoutValue", value: "" }
  if (typeof text !== "string") return { damage: "TextNested", value: shown.trim().slice(0, 60) }
  return CellValue.words(stored ?? text)
}

const names = [
  "office:value",
  "office:date-value",
  "office:time-value",
  "office:boolean-value",
  "office:string-value",
]

const attributeOf: Readonly<Record<string, string>> = {
  float: "office:value",
  currency: "office:value",
  percentage: "office:value",
  date: "office:date-value",
  time: "office:time-value",
  boolean: "office:boolean-value",
  string: "office:string-value",
}

// A number without its value would be read as blank, and its amount lost.
const number = (
  value: CellValue.CellText | CellValue.CellProblemOf,
  {
    stored,
    hasFormula,
    shown,
  }: { readonly stored: string | undefined; readonly hasFormula: boolean; readonly shown: string },
): CellValue.CellText | CellValue.CellProblemOf =>
  !hasFormula && (stored ?? "").trim() === "" ? { damage: "NumberDamaged", value: shown } : value

/** Errors as spreadsheet programs show them, in English and in Dutch. */
const errors =
  /^(?:#(?:DIV\/0!|DEEL\/0!|N\/A|N\/B|NAME\?|NAAM\?|NULL!|LEEG!|NUM!|GETAL!|REF!|VERW!|VALUE!|WAARDE!)|Err:\d{3})$/
