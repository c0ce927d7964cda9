/** Problems of cells of a spreadsheet, which a text file does not have. */
import { type FaultCatalogue, quote } from "./Message.ts"

/** A problem of a cell of a spreadsheet. `value` is what the file holds; `range` is a merged range. */
export type SheetProblem =
  | { readonly _tag: "FormulaWithoutValue"; readonly value: string }
  | { readonly _tag: "ErrorCell"; readonly value: string }
  | { readonly _tag: "SharedTextMissing"; readonly value: string }
  | { readonly _tag: "TextNested"; readonly value: string }
  | { readonly _tag: "CellTwice"; readonly value: string }
  | { readonly _tag: "NumberDamaged"; readonly value: string }
  | { readonly _tag: "CellOutOfPlace"; readonly value: string }
  | { readonly _tag: "DayImpossible"; readonly value: string }
  | { readonly _tag: "CellTextTooLong"; readonly value: string }
  | { readonly _tag: "HiddenByMerge"; readonly value: string }
  | { readonly _tag: "MergedAmount"; readonly range: string }
  | { readonly _tag: "MergedBeside"; readonly range: string }

const saveAgain = {
  en: "open the file in a spreadsheet program and save it again",
  nl: "open het bestand in een rekenbladprogramma en bewaar het opnieuw",
}

const damaged = {
  en: "the file is damaged: save it again from the program that made it",
  nl: "het bestand is beschadigd: bewaar het opnieuw vanuit het programma dat het maakte",
}

export const messages: FaultCatalogue<SheetProblem> = {
  FormulaWithoutValue: () => ({
    wrong: {
      en: "the cell holds a formula without a stored value",
      nl: "de cel bevat een formule zonder opgeslagen waarde",
    },
    expected: saveAgain,
  }),
  ErrorCell: ({ value }) => ({
    wrong: {
      en: `the cell holds the error ${quote(value)}`,
      nl: `de cel bevat de foutwaarde ${quote(value)}`,
    },
    expected: {
      en: "correct its formula, or type the value",
      nl: "verbeter de formule, of typ de waarde",
    },
  }),
  SharedTextMissing: ({ value }) => ({
    wrong: {
      en: `the cell refers to text ${quote(value)}, which the file does not hold`,
      nl: `de cel verwijst naar tekst ${quote(value)}, die niet in het bestand zit`,
    },
    expected: damaged,
  }),
  TextNested: ({ value }) => ({
    wrong: {
      en: `the cell holds a text inside or beside another text, together ${quote(value)}`,
      nl: `de cel bevat een tekst binnen of naast een andere tekst, samen ${quote(value)}`,
    },
    expected: {
      en: "the file is damaged: save it again from the program that made it, and check the cell",
      nl: "het bestand is beschadigd: bewaar het opnieuw vanuit het programma dat het maakte, en controleer de cel",
    },
  }),
  CellTwice: ({ value }) => ({
    wrong: {
      en: `the file gives the cell twice, here as ${quote(value)}`,
      nl: `het bestand geeft de cel twee keer, hier als ${quote(value)}`,
    },
    expected: damaged,
  }),
  NumberDamaged: ({ value }) => ({
    wrong: {
      en: `the cell holds ${quote(value)}, which does not match its type`,
      nl: `de cel bevat ${quote(value)}, en dat past niet bij haar type`,
    },
    expected: {
      en: "type the value again: an amount as a number, a code as text",
      nl: "typ de waarde opnieuw: een bedrag als getal, een code als tekst",
    },
  }),
  CellOutOfPlace: ({ value }) => ({
    wrong: {
      en: `the address ${quote(value)} is outside the sheet or in another row`,
      nl: `het adres ${quote(value)} ligt buiten het blad of in een andere rij`,
    },
    expected: damaged,
  }),
  DayImpossible: ({ value }) => ({
    wrong: {
      en: `the cell has the format of a day, and ${quote(value)} is not a day`,
      nl: `de cel heeft een datumopmaak, en ${quote(value)} is geen datum`,
    },
    expected: {
      en: "correct the day, or the format of the cell",
      nl: "verbeter de datum, of de opmaak van de cel",
    },
  }),
  CellTextTooLong: ({ value }) => ({
    wrong: {
      en: `the text that begins with ${quote(value)} is longer than a cell can hold`,
      nl: `de tekst die begint met ${quote(value)} is langer dan een cel toelaat`,
    },
    expected: { en: "expected at most 4,000 characters", nl: "verwacht: hoogstens 4.000 tekens" },
  }),
  HiddenByMerge: ({ value }) => ({
    wrong: {
      en: `a merged cell hides the value ${quote(value)}`,
      nl: `een samengevoegde cel verbergt de waarde ${quote(value)}`,
    },
    expected: {
      en: "unmerge the cells, and keep one value in each",
      nl: "splits de cellen, en houd in elke cel één waarde",
    },
  }),
  MergedAmount: ({ range }) => ({
    wrong: {
      en: `the cell is part of the merged cells ${range}, so its amount is not certain`,
      nl: `de cel hoort bij de samengevoegde cellen ${range}, zodat haar bedrag niet vaststaat`,
    },
    expected: {
      en: "unmerge the cells, and type the amount of each row",
      nl: "splits de cellen, en typ het bedrag van elke rij",
    },
  }),
  MergedBeside: ({ range }) => ({
    wrong: {
      en: `the merged cells ${range} span several columns`,
      nl: `de samengevoegde cellen ${range} beslaan meer dan één kolom`,
    },
    expected: {
      en: "unmerge the cells, and type the value of each column",
      nl: "splits de cellen, en typ de waarde van elke kolom",
    },
  }),
}
