/** Notes about a file that was read: nothing is wrong, but the user should know. */
import { type FaultCatalogue, type Message, type NoteMessage, of, quote } from "./Message.ts"
import { printedSum } from "./NumberProblem.ts"
import type * as StatedUnit from "./StatedUnit.ts"

export type Note =
  | { readonly _tag: "UnreadColumn"; readonly header: string }
  | {
      readonly _tag: "DoublyEncoded"
      readonly line: number
      readonly text: string
      readonly probably: string
    }
  | { readonly _tag: "HeaderFound"; readonly line: number; readonly above: number }
  | { readonly _tag: "SheetRead"; readonly sheet: string; readonly others: ReadonlyArray<string> }
  | { readonly _tag: "SheetsAlike"; readonly sheets: ReadonlyArray<string> }
  | { readonly _tag: "HiddenSheets"; readonly sheets: ReadonlyArray<string> }
  | {
      readonly _tag: "HiddenRows"
      readonly rows: number
      readonly firstLine: number
      readonly isRead: boolean
    }
  | { readonly _tag: "HiddenColumns"; readonly headers: ReadonlyArray<string>; readonly isRead: boolean }
  | { readonly _tag: "TotalRow"; readonly line: number; readonly label: string; readonly isEqual: boolean }
  | {
      readonly _tag: "TotalRowOff"
      readonly line: number
      readonly label: string
      readonly printed: string
      readonly computed: string
    }
  | { readonly _tag: "RowSetAside"; readonly line: number; readonly what: string }
  | {
      readonly _tag: "Rounded"
      readonly cells: number
      readonly firstLine: number
      readonly decimals: number
    }
  | { readonly _tag: "AbsentColumns"; readonly headers: ReadonlyArray<string> }
  | { readonly _tag: "CommentRows"; readonly rows: number; readonly firstLine: number }
  | { readonly _tag: "HeadersRepeated"; readonly rows: number; readonly firstLine: number }
  | { readonly _tag: "RowsLeftOut"; readonly rows: number; readonly firstLine: number }
  | { readonly _tag: "BlanksDecided"; readonly rows: number; readonly firstLine: number }
  | {
      readonly _tag: "UnitNotApplied"
      readonly line: number
      readonly value: string
      readonly unit: StatedUnit.StatedUnit
    }
  | { readonly _tag: "NotUtf8" }
  | { readonly _tag: "BothNumberFormats" }

export const catalogue: FaultCatalogue<Note, NoteMessage> = {
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
  SheetRead: ({ sheet, others }) => ({
    en: `the sheet ${quote(sheet)} is read, and not ${others.map(quote).join(", ")}`,
    nl: `het blad ${quote(sheet)} wordt gelezen, en niet ${others.map(quote).join(", ")}`,
    next: { en: 'the option "sheet" reads another one', nl: 'met de optie "sheet" leest u een ander blad' },
    command: { en: "--sheet reads another one", nl: "met --sheet leest u een ander blad" },
  }),
  SheetsAlike: ({ sheets }) => ({
    en: `${sheets.map(quote).join(", ")} ${sheets.length === 1 ? "holds" : "hold"} such a table too`,
    nl: `${sheets.map(quote).join(", ")} ${sheets.length === 1 ? "bevat" : "bevatten"} ook zo'n tabel`,
    next: {
      en: 'import with the option "sheet" if its rows are needed',
      nl: 'importeer met de optie "sheet" als die rijen nodig zijn',
    },
    command: {
      en: "import with --sheet if its rows are needed",
      nl: "importeer met --sheet als die rijen nodig zijn",
    },
  }),
  HiddenSheets: ({ sheets }) => ({
    en: `${sheets.length === 1 ? "1 hidden sheet is" : `${sheets.length} hidden sheets are`} not read (${sheets.map(quote).join(", ")})`,
    nl: `${sheets.length === 1 ? "1 verborgen blad wordt" : `${sheets.length} verborgen bladen worden`} niet gelezen (${sheets.map(quote).join(", ")})`,
    next: { en: 'the option "sheet" reads one', nl: 'met de optie "sheet" leest u er één' },
    command: { en: "--sheet reads one", nl: "met --sheet leest u er één" },
  }),
  HiddenRows: ({ rows, firstLine, isRead }) => ({
    en: `${rows === 1 ? "1 hidden row was" : `${rows} hidden rows were`} ${isRead ? "read" : "left out"}, ${rows === 1 ? "row" : "the first is row"} ${firstLine}`,
    nl: `${rows === 1 ? "1 verborgen rij werd" : `${rows} verborgen rijen werden`} ${isRead ? "gelezen" : "weggelaten"}, ${rows === 1 ? "rij" : "de eerste is rij"} ${firstLine}`,
    ...(isRead
      ? {
          next: {
            en: 'the option "skipHidden" leaves hidden rows and columns out',
            nl: 'met de optie "skipHidden" laat u verborgen rijen en kolommen weg',
          },
          command: {
            en: "--skip-hidden leaves hidden rows and columns out",
            nl: "met --skip-hidden laat u verborgen rijen en kolommen weg",
          },
        }
      : {}),
  }),
  HiddenColumns: ({ headers, isRead }) => ({
    en: `${headers.length === 1 ? "1 hidden column was" : `${headers.length} hidden columns were`} ${isRead ? "read" : "left out"} (${headers.map(quote).join(", ")})`,
    nl: `${headers.length === 1 ? "1 verborgen kolom werd" : `${headers.length} verborgen kolommen werden`} ${isRead ? "gelezen" : "weggelaten"} (${headers.map(quote).join(", ")})`,
  }),
  TotalRow: ({ line, label, isEqual }) => ({
    en: `line ${line}: the total row ${quote(label)} is not imported${isEqual ? "; it equals the sum of its rows" : ", and was not compared"}`,
    nl: `regel ${line}: de totaalrij ${quote(label)} wordt niet geïmporteerd${isEqual ? "; ze is gelijk aan de som van haar rijen" : ", en werd niet vergeleken"}`,
  }),
  TotalRowOff: ({ line, label, printed, computed }) => ({
    en: `line ${line}: the total row ${quote(label)} is not imported; it says ${printedSum(printed)} and its rows sum to ${printedSum(computed)}`,
    nl: `regel ${line}: de totaalrij ${quote(label)} wordt niet geïmporteerd; er staat ${printedSum(printed)} en de som van de rijen is ${printedSum(computed)}`,
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
  HeadersRepeated: ({ rows, firstLine }) =>
    rows === 1
      ? {
          en: `1 row that repeats the header was left out, on line ${firstLine}`,
          nl: `1 rij die de kopregel herhaalt, werd weggelaten, op regel ${firstLine}`,
        }
      : {
          en: `${rows} rows that repeat the header were left out, the first on line ${firstLine}`,
          nl: `${rows} rijen die de kopregel herhalen, werden weggelaten, de eerste op regel ${firstLine}`,
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
  BlanksDecided: ({ rows, firstLine }) =>
    rows === 1
      ? {
          en: `1 row with blanks in its figures, on line ${firstLine}, was read in the only way that agrees with the sums`,
          nl: `1 rij met spaties in de cijfers, op regel ${firstLine}, werd gelezen op de enige manier die met de sommen klopt`,
        }
      : {
          en: `${rows} rows with blanks in their figures, the first on line ${firstLine}, were read in the only way that agrees with the sums`,
          nl: `${rows} rijen met spaties in de cijfers, de eerste op regel ${firstLine}, werden gelezen op de enige manier die met de sommen klopt`,
        },
  UnitNotApplied: ({ line, value, unit }) => ({
    en: `line ${line}: ${quote(value)} says that the figures are in ${unit === 1000 ? "thousands" : "millions"} of euro; they are read as written, and differ from the euro of a ledger`,
    nl: `regel ${line}: ${quote(value)} zegt dat de cijfers in ${unit === 1000 ? "duizend" : "miljoen"} euro zijn; ze worden gelezen zoals ze er staan, en verschillen van de euro's van een grootboek`,
  }),
  NotUtf8: () => ({
    en: "the file is not UTF-8 and was read as CP1252",
    nl: "het bestand is geen UTF-8 en werd gelezen als CP1252",
  }),
  BothNumberFormats: () => ({
    en: "both number formats occur: each number was read in the only possible way",
    nl: "beide getalnotaties komen voor: elk getal werd op de enig mogelijke manier gelezen",
  }),
}

export const message = (
  note: Note,
  language: keyof Message = "en",
  audience: "library" | "command" = "library",
): string => {
  const { next, command, ...text } = of<Note, NoteMessage>(catalogue, note)
  const advice = audience === "command" ? (command ?? next) : next
  return advice === undefined ? text[language] : `${text[language]}: ${advice[language]}`
}
