/** Notes about a file that was read: nothing is wrong, but the user should know. */
import { type FaultCatalogue, type Message, of, quote } from "./Message.ts"

/** Every note by name. */
export type Note =
  | { readonly _tag: "UnreadColumn"; readonly header: string }
  | {
      readonly _tag: "DoublyEncoded"
      readonly line: number
      readonly text: string
      readonly probably: string
    }
  | { readonly _tag: "HeaderFound"; readonly line: number; readonly above: number }
  | { readonly _tag: "RowSetAside"; readonly line: number; readonly what: string }
  | {
      readonly _tag: "Rounded"
      readonly cells: number
      readonly firstLine: number
      readonly decimals: number
    }
  | { readonly _tag: "AbsentColumns"; readonly headers: ReadonlyArray<string> }
  | { readonly _tag: "CommentRows"; readonly rows: number; readonly firstLine: number }
  | { readonly _tag: "RowsLeftOut"; readonly rows: number; readonly firstLine: number }
  | { readonly _tag: "NotUtf8" }
  | { readonly _tag: "BothNumberFormats" }

/** The messages of every note. */
export const catalogue: FaultCatalogue<Note, Message> = {
  UnreadColumn: ({ header }) => ({
    en: `the column ${quote(header)} is not read`,
    nl: `de kolom ${quote(header)} wordt niet gelezen`,
  }),
  DoublyEncoded: ({ line, text, probably }) => ({
    en: `line ${line}: ${quote(text)} was encoded twice and was probably ${quote(probably)}`,
    nl: `regel ${line}: ${quote(text)} werd twee keer gecodeerd en was vermoedelijk ${quote(probably)}`,
  }),
  HeaderFound: ({ line, above }) => ({
    en: `the header is on line ${line}; ${above === 1 ? "1 line above it is" : `${above} lines above it are`} not read`,
    nl: `de opschriften staan op regel ${line}; ${above === 1 ? "1 regel erboven wordt" : `${above} regels erboven worden`} niet gelezen`,
  }),
  RowSetAside: ({ line, what }) => ({
    en: `line ${line}: ${quote(what)} belongs to no row of the forms and is not read`,
    nl: `regel ${line}: ${quote(what)} hoort bij geen rij van de schema's en wordt niet gelezen`,
  }),
  Rounded: ({ cells, firstLine, decimals }) =>
    cells === 1
      ? {
          en: `1 amount was rounded to ${decimals} decimals, on line ${firstLine}`,
          nl: `1 bedrag werd afgerond op ${decimals} decimalen, op regel ${firstLine}`,
        }
      : {
          en: `${cells} amounts were rounded to ${decimals} decimals, the first on line ${firstLine}`,
          nl: `${cells} bedragen werden afgerond op ${decimals} decimalen, het eerste op regel ${firstLine}`,
        },
  AbsentColumns: ({ headers }) => ({
    en: `without a column, and so read as blank: ${headers.map(quote).join(", ")}`,
    nl: `zonder kolom, en dus leeg gelezen: ${headers.map(quote).join(", ")}`,
  }),
  CommentRows: ({ rows, firstLine }) =>
    rows === 1
      ? {
          en: `1 comment (#) was left out, on line ${firstLine}`,
          nl: `1 opmerking (#) werd weggelaten, op regel ${firstLine}`,
        }
      : {
          en: `${rows} comments (#) were left out, the first on line ${firstLine}`,
          nl: `${rows} opmerkingen (#) werden weggelaten, de eerste op regel ${firstLine}`,
        },
  RowsLeftOut: ({ rows, firstLine }) =>
    rows === 1
      ? {
          en: `1 row was left out by the mapping, on line ${firstLine}`,
          nl: `1 rij werd weggelaten volgens de kolomtoewijzing, op regel ${firstLine}`,
        }
      : {
          en: `${rows} rows were left out by the mapping, the first on line ${firstLine}`,
          nl: `${rows} rijen werden weggelaten volgens de kolomtoewijzing, de eerste op regel ${firstLine}`,
        },
  NotUtf8: () => ({
    en: "the file is not UTF-8 and was read as CP1252",
    nl: "het bestand is geen UTF-8 en werd gelezen als CP1252",
  }),
  BothNumberFormats: () => ({
    en: "both number formats occur: each number was read in the only possible way",
    nl: "beide getalnotaties komen voor: elk getal werd op de enig mogelijke manier gelezen",
  }),
}

/** Returns the message of a note. */
export const message = (note: Note, language: keyof Message = "en"): string =>
  of<Note, Message>(catalogue, note)[language]
