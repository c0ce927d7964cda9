/** A note of every kind. */
import type { Note } from "../src/index.ts"

export const notes: ReadonlyArray<Note.Note> = [
  { _tag: "UnreadColumn", header: "Dienst" },
  { _tag: "DoublyEncoded", line: 2, text: "FinanciÃ«le", probably: "Financiële" },
  { _tag: "RowSetAside", line: 3, what: "Facturering gemeente-OCMW" },
  { _tag: "Rounded", cells: 1, firstLine: 2, decimals: 2 },
  { _tag: "Rounded", cells: 2, firstLine: 2, decimals: 2 },
  { _tag: "HeaderFound", line: 2, above: 1 },
  { _tag: "HeaderFound", line: 4, above: 3 },
  { _tag: "SheetRead", sheet: "Data", others: ["Voorblad"] },
  { _tag: "SheetsAlike", sheets: ["Data 2"] },
  { _tag: "SheetsAlike", sheets: ["Data 2", "Data 3"] },
  { _tag: "HiddenSheets", sheets: ["Archief"] },
  { _tag: "HiddenSheets", sheets: ["Archief", "Oud"] },
  { _tag: "HiddenRows", rows: 1, firstLine: 3, isRead: true },
  { _tag: "HiddenRows", rows: 2, firstLine: 3, isRead: false },
  { _tag: "HiddenColumns", headers: ["2027"], isRead: true },
  { _tag: "HiddenColumns", headers: ["H", "I"], isRead: false },
  { _tag: "TotalRow", line: 9, label: "Totaal", isEqual: true },
  { _tag: "TotalRow", line: 9, label: "Totaal", isEqual: false },
  { _tag: "TotalRowOff", line: 9, label: "Subtotaal", printed: "10.00", computed: "10.004" },
  { _tag: "AbsentColumns", headers: ["Actie", "Omschrijving"] },
  ...[1, 2].flatMap(
    (rows): ReadonlyArray<Note.Note> => [
      { _tag: "CommentRows", rows, firstLine: 2 },
      { _tag: "RowsLeftOut", rows, firstLine: 2 },
      { _tag: "HeadersRepeated", rows, firstLine: 2 },
      { _tag: "BlanksDecided", rows, firstLine: 2 },
    ],
  ),
  { _tag: "UnitNotApplied", line: 1, value: "M2 (in duizend euro)", unit: 1000 },
  { _tag: "UnitNotApplied", line: 1, value: "M2 (in miljoen euro)", unit: 1_000_000 },
  { _tag: "NotUtf8" },
  { _tag: "BothNumberFormats" },
]
