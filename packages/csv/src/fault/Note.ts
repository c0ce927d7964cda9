/** What a reader wants to have said, though nothing is wrong. */
import { quote } from "./Facts.ts"
import type { Language } from "./Fault.ts"

/** Every note by name. */
export type Note =
  | { readonly _tag: "UnreadColumn"; readonly header: string }
  | {
      readonly _tag: "DoublyEncoded"
      readonly line: number
      readonly text: string
      readonly probably: string
    }
  | { readonly _tag: "RowSetAside"; readonly line: number; readonly what: string }
  | {
      readonly _tag: "Rounded"
      readonly cells: number
      readonly firstLine: number
      readonly decimals: number
    }
  | { readonly _tag: "NotUtf8" }
  | { readonly _tag: "BothNumberFormats" }

/** What a note says, in a language. */
export const message = (note: Note, language: Language = "en"): string => {
  const isDutch = language === "nl"
  switch (note._tag) {
    case "UnreadColumn":
      return isDutch
        ? `de kolom ${quote(note.header)} wordt niet gelezen`
        : `the column ${quote(note.header)} is not read`
    case "DoublyEncoded":
      return isDutch
        ? `lijn ${note.line}: ${quote(note.text)} werd twee keer gecodeerd en was vermoedelijk ${quote(note.probably)}`
        : `line ${note.line}: ${quote(note.text)} was encoded twice and was probably ${quote(note.probably)}`
    case "RowSetAside":
      return isDutch
        ? `lijn ${note.line}: ${quote(note.what)} staat op geen rij van de schema's en wordt opzijgezet`
        : `line ${note.line}: ${quote(note.what)} stands on no row of the forms and is set aside`
    case "Rounded":
      return isDutch
        ? `${note.cells} bedragen werden afgerond op ${note.decimals} decimalen, het eerste op lijn ${note.firstLine}`
        : `${note.cells} amounts were rounded to ${note.decimals} decimals, the first on line ${note.firstLine}`
    case "NotUtf8":
      return isDutch
        ? "het bestand is geen UTF-8 en werd gelezen als CP1252"
        : "the file is not UTF-8 and was read as CP1252"
    case "BothNumberFormats":
      return isDutch
        ? "beide getalformaten komen voor: elk getal werd gelezen op de enige manier die kan"
        : "both number formats occur: each number was read in the only way it can be"
  }
}
