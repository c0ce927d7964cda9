/** Why a spreadsheet cannot be read, and the message in English and Dutch. */
import { damages, type FileDamage, type SheetMessage } from "./FileDamage.ts"

export type { FileDamage } from "./FileDamage.ts"

/** Every reason by name. `cap` is the limit, `found` the number in the file. */
export type SheetFault =
  | { readonly _tag: "NotASpreadsheet"; readonly problem: FileDamage; readonly part?: string }
  | { readonly _tag: "Encrypted" }
  | { readonly _tag: "TooManyEntries"; readonly found: number; readonly cap: number }
  | { readonly _tag: "TooManySheets"; readonly found: number; readonly cap: number }
  | { readonly _tag: "TooManyBytes"; readonly entry: string; readonly found: number; readonly cap: number }
  | { readonly _tag: "TooDense"; readonly entry: string; readonly ratio: number; readonly cap: number }
  | { readonly _tag: "TooManyStrings"; readonly found: number; readonly cap: number }
  | { readonly _tag: "TooManyRows"; readonly found: number; readonly cap: number }
  | {
      readonly _tag: "TooManyColumns"
      readonly row: number
      readonly found: number
      readonly cap: number
      readonly cell: string
    }
  | { readonly _tag: "TooManyCells"; readonly found: number; readonly cap: number }
  | { readonly _tag: "TooManyCharacters"; readonly found: number; readonly cap: number }
  | { readonly _tag: "TooManyMerges"; readonly found: number; readonly cap: number }
  | {
      readonly _tag: "CountTooLarge"
      readonly row: number
      readonly what: "rows" | "columns"
      /** The count as the file writes it. */
      readonly found: string
      readonly cap: number
    }
  | { readonly _tag: "RowTooLong"; readonly row: number; readonly cap: number }
  | { readonly _tag: "TooLong"; readonly entry: string; readonly cap: number }
  | { readonly _tag: "TooDeep"; readonly entry: string; readonly cap: number }
  | { readonly _tag: "FileTooLarge"; readonly found: number; readonly cap: number }
  | { readonly _tag: "OpenDocument" }
  | { readonly _tag: "BinaryWorkbook" }
  | { readonly _tag: "UnknownSheet"; readonly sheet: string; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "SeveralSheets"; readonly sheets: ReadonlyArray<string> }

export const message = (fault: SheetFault, language: keyof SheetMessage = "en"): string => {
  const entry: (fault: never) => SheetMessage = catalogue[fault._tag]
  return entry(fault as never)[language]
}

/** The messages of every fault: a fault without a message does not compile. */
export const catalogue: {
  readonly [T in SheetFault["_tag"]]: (fault: Extract<SheetFault, { readonly _tag: T }>) => SheetMessage
} = {
  NotASpreadsheet: ({ problem, part = "" }) => {
    const { en, nl } = damages[problem](part)
    return {
      en: `this is not an XLSX or ODS file (${en}); save it as .xlsx or as CSV UTF-8`,
      nl: `dit is geen XLSX- of ODS-bestand (${nl}); bewaar het als .xlsx of als CSV UTF-8`,
    }
  },
  Encrypted: () => ({
    en: "the spreadsheet is protected by a password or is an old .xls file; save it as .xlsx without a password",
    nl: "het rekenblad is beveiligd met een wachtwoord of is een oud .xls-bestand; bewaar het als .xlsx zonder wachtwoord",
  }),
  TooManyEntries: ({ found, cap }) => ({
    en: `the file contains ${found} parts; at most ${cap} are read: save only the sheet that is needed`,
    nl: `het bestand heeft ${found} delen; hoogstens ${cap} worden gelezen: bewaar alleen het nodige blad`,
  }),
  TooManySheets: ({ found, cap }) => ({
    en: `the file lists ${found} sheets or more; at most ${cap} are read: save only the sheet that is needed`,
    nl: `het bestand somt ${found} bladen of meer op; hoogstens ${cap} worden gelezen: bewaar alleen het nodige blad`,
  }),
  TooManyBytes: ({ entry, found, cap }) => ({
    en: `${entry} unpacks to more than ${cap} bytes (${found} seen); save only the sheet that is needed`,
    nl: `${entry} is uitgepakt meer dan ${cap} bytes (al ${found} geteld); bewaar alleen het nodige blad`,
  }),
  TooDense: ({ entry, ratio, cap }) => ({
    en: `${entry} unpacks to ${ratio} times its size; at most ${cap} times is read, since no real sheet is so dense: save the file again, or save as CSV`,
    nl: `${entry} is uitgepakt ${ratio} keer zo groot; hoogstens ${cap} keer wordt gelezen, want geen echt blad is zo dicht: bewaar het bestand opnieuw, of bewaar als CSV`,
  }),
  TooManyStrings: ({ found, cap }) => ({
    en: `the file contains ${found} texts; at most ${cap} are read: save only the sheet that is needed, or save as CSV`,
    nl: `het bestand heeft ${found} teksten; hoogstens ${cap} worden gelezen: bewaar alleen het nodige blad, of bewaar als CSV`,
  }),
  TooManyRows: ({ found, cap }) => ({
    en: `a sheet has ${found} rows; at most ${cap} are read: delete the empty rows below, or save as CSV`,
    nl: `een blad heeft ${found} rijen; hoogstens ${cap} worden gelezen: verwijder de lege rijen onderaan, of bewaar als CSV`,
  }),
  TooManyColumns: ({ row, found, cap, cell }) => ({
    en: `row ${row} has a value in cell ${cell}, which is column ${found}; at most ${cap} columns are read: delete what is to the right of the table`,
    nl: `rij ${row} heeft een waarde in cel ${cell}, dat is kolom ${found}; hoogstens ${cap} kolommen worden gelezen: verwijder wat rechts van de tabel staat`,
  }),
  TooManyCells: ({ found, cap }) => ({
    en: `a sheet has ${found} cells or more; at most ${cap} are read: save only the rows that are needed, or save as CSV`,
    nl: `een blad heeft ${found} cellen of meer; hoogstens ${cap} worden gelezen: bewaar alleen de nodige rijen, of bewaar als CSV`,
  }),
  TooManyCharacters: ({ found, cap }) => ({
    en: `the texts of the file have ${found} characters or more; at most ${cap} are read: save only the sheet that is needed, or save as CSV`,
    nl: `de teksten van het bestand tellen ${found} tekens of meer; hoogstens ${cap} worden gelezen: bewaar alleen het nodige blad, of bewaar als CSV`,
  }),
  TooManyMerges: ({ found, cap }) => ({
    en: `a sheet has ${found} merged ranges or more; at most ${cap} are read: unmerge the cells, or save as CSV`,
    nl: `een blad heeft ${found} samengevoegde bereiken of meer; hoogstens ${cap} worden gelezen: splits de cellen, of bewaar als CSV`,
  }),
  CountTooLarge: ({ row, what, found, cap }) => {
    const [rows, rijen] = what === "rows" ? ["rows", "rijen"] : ["columns", "kolommen"]
    const [beyond, voorbij] = what === "rows" ? ["below", "onder"] : ["to the right of", "rechts van"]
    return {
      en: `row ${row} has a count of ${found} ${rows}, and a sheet has at most ${cap}: open the file in a spreadsheet program, delete the ${rows} ${beyond} the table, and save it again`,
      nl: `rij ${row} geeft een aantal van ${found} ${rijen} op, en een blad heeft er hoogstens ${cap}: open het bestand in een rekenbladprogramma, verwijder de ${rijen} ${voorbij} de tabel, en bewaar het opnieuw`,
    }
  },
  RowTooLong: ({ row, cap }) => ({
    en: `row ${row} has more than ${cap} characters; shorten its texts`,
    nl: `rij ${row} telt meer dan ${cap} tekens; kort de teksten in`,
  }),
  TooLong: ({ entry, cap }) => ({
    en: `${entry} has a text of more than ${cap} characters; no spreadsheet program writes one: save the file again in one`,
    nl: `${entry} heeft een tekst van meer dan ${cap} tekens; geen enkel rekenbladprogramma schrijft die: bewaar het bestand opnieuw in zo'n programma`,
  }),
  TooDeep: ({ entry, cap }) => ({
    en: `${entry} has more than ${cap} nested elements; no spreadsheet program writes them: save the file again in one`,
    nl: `${entry} heeft meer dan ${cap} elementen in elkaar; geen enkel rekenbladprogramma schrijft die: bewaar het bestand opnieuw in zo'n programma`,
  }),
  FileTooLarge: ({ found, cap }) => ({
    en: `the file has ${found} bytes; at most ${cap} are read: remove pictures and other sheets, or save as CSV`,
    nl: `het bestand telt ${found} bytes; hoogstens ${cap} worden gelezen: verwijder afbeeldingen en andere bladen, of bewaar als CSV`,
  }),
  OpenDocument: () => ({
    en: "this is an OpenDocument file without sheets, such as a text (.odt); save its table as .ods, .xlsx or CSV UTF-8",
    nl: "dit is een OpenDocument-bestand zonder bladen, zoals een tekst (.odt); bewaar de tabel als .ods, .xlsx of CSV UTF-8",
  }),
  BinaryWorkbook: () => ({
    en: "this is a binary workbook (.xlsb); save it as .xlsx or as CSV UTF-8",
    nl: "dit is een binaire werkmap (.xlsb); bewaar het als .xlsx of als CSV UTF-8",
  }),
  UnknownSheet: ({ sheet, known }) => ({
    en: `there is no sheet "${sheet}"; use one of ${known.join(", ")}`,
    nl: `er is geen blad "${sheet}"; kies uit ${known.join(", ")}`,
  }),
  SeveralSheets: ({ sheets }) => {
    const list = sheets.map((sheet) => `"${sheet}"`).join(", ")
    return {
      en: `the sheets ${list} all hold such a table; choose one of them`,
      nl: `de bladen ${list} bevatten allemaal zo'n tabel; kies er één`,
    }
  },
}
