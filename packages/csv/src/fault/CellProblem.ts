/** Problems of a cell, and of the figures of a published table. */
import { type FaultCatalogue, inMapping, quote } from "./Message.ts"
import { printedSum } from "./NumberProblem.ts"

export type CellProblem =
  | { readonly _tag: "EmptyCell" }
  | { readonly _tag: "NotACode"; readonly value: string }
  | {
      readonly _tag: "LookAlike"
      readonly value: string
      readonly probably: string
      readonly characters: ReadonlyArray<string>
    }
  | { readonly _tag: "TextNotAllowed"; readonly length: number }
  | { readonly _tag: "UnknownDirection"; readonly value: string }
  | { readonly _tag: "BothSides" }
  | { readonly _tag: "UnknownWord"; readonly value: string; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "AccountNotDigits"; readonly value: string }
  | { readonly _tag: "LostLeadingZero"; readonly value: string; readonly probably: string }
  | { readonly _tag: "NotAnOpeningAccount"; readonly value: string }
  | { readonly _tag: "NotAYear"; readonly value: string }
  | { readonly _tag: "NotADay"; readonly value: string }
  | { readonly _tag: "NotARowNumber"; readonly value: string }
  | { readonly _tag: "NotAParagraphNumber"; readonly value: string }
  | { readonly _tag: "CodeTwice"; readonly code: string; readonly first: number }
  | { readonly _tag: "OneRowOnly"; readonly first: number }
  | { readonly _tag: "TotalDiffers"; readonly printed: string; readonly computed: string }
  | {
      readonly _tag: "TotalRowDiffers"
      readonly label: string
      readonly printed: string
      readonly computed: string
    }
  | { readonly _tag: "RowOutOfPlace"; readonly value: string }

export const messages: FaultCatalogue<CellProblem> = {
  EmptyCell: () => ({
    wrong: { en: "the cell is empty", nl: "de cel is leeg" },
    expected: { en: "expected a value", nl: "verwacht: een waarde" },
  }),
  NotACode: ({ value }) => ({
    wrong: { en: `${quote(value)} is not a code`, nl: `${quote(value)} is geen code` },
    expected: {
      en: "expected 1 to 200 characters without control characters",
      nl: "verwacht: 1 tot 200 tekens zonder besturingstekens",
    },
  }),
  LookAlike: ({ value, probably, characters }) => ({
    wrong: {
      en: `${quote(value)} looks like ${quote(probably)} but contains ${characters.join(", ")}`,
      nl: `${quote(value)} lijkt op ${quote(probably)} maar bevat ${characters.join(", ")}`,
    },
    expected: {
      en: `expected ${quote(probably)}: type it again, because copied text may contain invisible or foreign characters`,
      nl: `verwacht: ${quote(probably)}; typ het opnieuw, want gekopieerde tekst kan onzichtbare of vreemde tekens bevatten`,
    },
  }),
  TextNotAllowed: ({ length }) => ({
    wrong: {
      en: `the text of ${length} characters is too long or contains control characters`,
      nl: `de tekst van ${length} tekens is te lang of bevat besturingstekens`,
    },
    expected: { en: "expected at most 4,000 characters", nl: "verwacht: hoogstens 4.000 tekens" },
  }),
  UnknownDirection: ({ value }) => ({
    wrong: {
      en: `${quote(value)} is not a direction`,
      nl: `${quote(value)} is geen uitgave of ontvangst`,
    },
    expected: {
      en: 'expected U (uitgave) or O (ontvangst), or their words under "values" in a mapping',
      nl: 'verwacht: U (uitgave) of O (ontvangst), of de woorden ervoor onder "values" in een kolomtoewijzing',
    },
    command: {
      en: 'expected U (uitgave) or O (ontvangst), or their words under "values" in a --mapping',
      nl: 'verwacht: U (uitgave) of O (ontvangst), of de woorden ervoor onder "values" in een --mapping',
    },
  }),
  BothSides: () => ({
    wrong: {
      en: "both the debit and the credit column hold an amount",
      nl: "zowel de kolom debet als de kolom credit bevat een bedrag",
    },
    expected: {
      en: "expected one of them, or a column for the direction",
      nl: "verwacht: een van beide, of een kolom voor uitgave of ontvangst",
    },
  }),
  UnknownWord: ({ value, known }) => ({
    wrong: { en: `${quote(value)} is not known here`, nl: `${quote(value)} is hier niet toegelaten` },
    expected: { en: `expected ${known.join(", ")}`, nl: `verwacht: ${known.join(", ")}` },
  }),
  AccountNotDigits: ({ value }) => ({
    wrong: { en: `${quote(value)} is not an account`, nl: `${quote(value)} is geen rekening` },
    expected: /^[\d\s]*(?:[.,][\d.,]*)?(?:[eE][+-]?\d+)?$/.test(value)
      ? {
          en: "expected 2 to 10 digits; a spreadsheet may have taken it for a number: format the column as text",
          nl: "verwacht: 2 tot 10 cijfers; een rekenblad maakte er misschien een getal van: geef de kolom de opmaak tekst",
        }
      : { en: "expected 2 to 10 digits", nl: "verwacht: 2 tot 10 cijfers" },
  }),
  LostLeadingZero: ({ value, probably }) => ({
    wrong: {
      en: `${quote(value)} is probably ${quote(probably)}`,
      nl: `${quote(value)} is vermoedelijk ${quote(probably)}`,
    },
    expected: {
      en: "a spreadsheet drops leading zeros: format the column as text",
      nl: "een rekenblad laat voorloopnullen vallen: geef de kolom de opmaak tekst",
    },
  }),
  NotAnOpeningAccount: ({ value }) => ({
    wrong: {
      en: `${quote(value)} is not an account that a plan opens with`,
      nl: `${quote(value)} is geen rekening van een beginsaldo`,
    },
    expected: {
      en: "expected 093… (result), 090… (earmarked funds), or 171…, 172…, 173…, 174… (debts)",
      nl: "verwacht: 093… (resultaat), 090… (onbeschikbare gelden), of 171…, 172…, 173…, 174… (schulden)",
    },
  }),
  NotAYear: ({ value }) => ({
    wrong: { en: `${quote(value)} is not a year`, nl: `${quote(value)} is geen jaar` },
    expected: { en: "expected a year such as 2026", nl: "verwacht: een jaar zoals 2026" },
  }),
  NotADay: ({ value }) => ({
    wrong: { en: `${quote(value)} is not a day`, nl: `${quote(value)} is geen datum` },
    ...inMapping((where) => ({
      en: `expected a day such as 2026-06-30 or 30/06/2026; "dates" ${where.en} reads 30/06/26, other orders and a time behind the day`,
      nl: `verwacht: een datum zoals 2026-06-30 of 30/06/2026; met "dates" ${where.nl} leest u ook 30/06/26, een andere volgorde en een uur achter de datum`,
    })),
  }),
  NotARowNumber: ({ value }) => ({
    wrong: {
      en: `${quote(value)} is not the number of a dash row of T2`,
      nl: `${quote(value)} is geen nummer van een rij met een streepje in T2`,
    },
    expected: {
      en: "expected a whole number from 1 to 99, or nothing",
      nl: "verwacht: een geheel getal van 1 tot 99, of niets",
    },
  }),
  NotAParagraphNumber: ({ value }) => ({
    wrong: {
      en: `${quote(value)} is not the number of a paragraph`,
      nl: `${quote(value)} is geen nummer van een alinea`,
    },
    expected: {
      en: "expected 1, 2, 3, … in the order of the paragraphs of the chapter",
      nl: "verwacht: 1, 2, 3, … in de volgorde van de alinea's van het hoofdstuk",
    },
  }),
  CodeTwice: ({ code, first }) => ({
    wrong: {
      en: `${quote(code)} was declared already, on line ${first}`,
      nl: `${quote(code)} werd al opgegeven, op regel ${first}`,
    },
    expected: { en: "expected each code once", nl: "verwacht: elke code één keer" },
  }),
  OneRowOnly: ({ first }) => ({
    wrong: {
      en: `there is a rule already, on line ${first}`,
      nl: `er is al een overheadverdeling, op regel ${first}`,
    },
    expected: { en: "expected one row", nl: "verwacht: één rij" },
  }),
  TotalDiffers: ({ printed, computed }) => ({
    wrong: {
      en: `the printed total is ${printedSum(printed)} and its rows sum to ${printedSum(computed)}`,
      nl: `het gedrukte totaal is ${printedSum(printed)} en de som van de rijen is ${printedSum(computed)}`,
    },
    expected: {
      en: "expected a difference of at most a cent per row",
      nl: "verwacht: een verschil van hoogstens een cent per rij",
    },
  }),
  TotalRowDiffers: ({ label, printed, computed }) => ({
    wrong: {
      en: `the total row ${quote(label)} says ${printedSum(printed)} and the rows above it sum to ${printedSum(computed)}`,
      nl: `in de totaalrij ${quote(label)} staat ${printedSum(printed)} en de som van de rijen erboven is ${printedSum(computed)}`,
    },
    expected: {
      en: "check whether rows are missing or doubled; correct the total, or delete its row",
      nl: "controleer of er rijen ontbreken of dubbel zijn; verbeter het totaal, of verwijder die rij",
    },
  }),
  RowOutOfPlace: ({ value }) => ({
    wrong: {
      en: `${quote(value)} comes before the first action`,
      nl: `${quote(value)} komt voor de eerste actie`,
    },
    expected: {
      en: "expected an action, and O and U below it",
      nl: "verwacht: een actie, met O en U eronder",
    },
  }),
}
