/** Problems of a number in a cell. */
import { type FaultCatalogue, quote } from "./Message.ts"

/** A problem of a number. */
export type NumberProblem =
  | NotationProblem
  | { readonly _tag: "AmountTooFine"; readonly value: string; readonly decimals: number }
  | { readonly _tag: "AmountTooLarge"; readonly value: string }
  | { readonly _tag: "NotAPercentage"; readonly value: string }

/** Why a text does not give a number. `be` and `en` are its two readings, with a decimal point. */
export type NotationProblem =
  | { readonly _tag: "NotANumber"; readonly value: string }
  | { readonly _tag: "AmbiguousNumber"; readonly value: string; readonly be: string; readonly en: string }
  | { readonly _tag: "OtherNumberFormat"; readonly value: string; readonly format: "be" | "en" }

/** Writes a decimal as Dutch text does. */
export const comma = (decimal: string): string => decimal.replace(".", ",")

export const messages: FaultCatalogue<NumberProblem> = {
  NotANumber: ({ value }) => ({
    wrong: { en: `${quote(value)} is not a number`, nl: `${quote(value)} is geen getal` },
    expected: { en: "expected an amount such as 1.234,56", nl: "verwacht: een bedrag zoals 1.234,56" },
  }),
  AmbiguousNumber: ({ value, be, en }) => ({
    wrong: {
      en: `${quote(value)} can be read as ${be} or as ${en}`,
      nl: `${quote(value)} kan gelezen worden als ${comma(be)} of als ${comma(en)}`,
    },
    expected: {
      en: "declare the number format: --numbers be (1.234,56) or --numbers en (1,234.56)",
      nl: "geef de getalnotatie op: --numbers be (1.234,56) of --numbers en (1,234.56)",
    },
  }),
  OtherNumberFormat: ({ value, format }) => ({
    wrong: {
      en: `${quote(value)} is not written like the other numbers of this file`,
      nl: `${quote(value)} is anders geschreven dan de andere getallen van dit bestand`,
    },
    expected:
      format === "be"
        ? {
            en: "expected 1.234,56 (--numbers en declares the other format)",
            nl: "verwacht: 1.234,56 (de andere notatie geef je op met --numbers en)",
          }
        : {
            en: "expected 1,234.56 (--numbers be declares the other format)",
            nl: "verwacht: 1,234.56 (de andere notatie geef je op met --numbers be)",
          },
  }),
  AmountTooFine: ({ value, decimals }) => ({
    wrong: {
      en: `${quote(value)} has ${decimals} decimals`,
      nl: `${quote(value)} heeft ${decimals} decimalen`,
    },
    expected: {
      en: "expected at most six; --round 2 rounds half away from zero to cents",
      nl: "verwacht: hoogstens zes; --round 2 rondt af op de cent, een halve cent weg van nul",
    },
  }),
  AmountTooLarge: ({ value }) => ({
    wrong: { en: `${quote(value)} is too large`, nl: `${quote(value)} is te groot` },
    expected: {
      en: "expected at most 1.000.000.000.000 euro",
      nl: "verwacht: hoogstens 1.000.000.000.000 euro",
    },
  }),
  NotAPercentage: ({ value }) => ({
    wrong: { en: `${quote(value)} is not a percentage`, nl: `${quote(value)} is geen percentage` },
    expected: {
      en: "expected a number such as 15 or 33,333333",
      nl: "verwacht: een getal zoals 15 of 33,333333",
    },
  }),
}
