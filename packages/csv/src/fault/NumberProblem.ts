/** Problems of a number in a cell. */
import { Money } from "@grootboek/core"
import { type FaultCatalogue, type FaultMessage, inMapping, type Message, quote } from "./Message.ts"

export type NumberProblem =
  | NotationProblem
  | { readonly _tag: "AmountTooFine"; readonly value: string; readonly decimals: number }
  | { readonly _tag: "AmountTooLarge"; readonly value: string }
  | { readonly _tag: "NotAPercentage"; readonly value: string }

/** Why a text does not give a number. `be` and `en` are its two readings, with a decimal point. */
export type NotationProblem =
  | { readonly _tag: "NotANumber"; readonly value: string }
  | { readonly _tag: "MarkedNumber"; readonly value: string; readonly mark: NumberMark }
  | { readonly _tag: "AmbiguousBlanks"; readonly value: string; readonly one: string; readonly other: string }
  | { readonly _tag: "AmbiguousNumber"; readonly value: string; readonly be: string; readonly en: string }
  | { readonly _tag: "OtherNumberFormat"; readonly value: string; readonly format: "be" | "en" }

/** A mark beside a number: debit or credit (`5,00 CR`), percent, thousands (`5 k€`), another currency than the euro. */
export type NumberMark = "side" | "percent" | "thousands" | "currency"

/** Returns a decimal with a comma, as Dutch writes it. */
const comma = (decimal: string): string => decimal.replace(".", ",")

/** Returns a sum as the tables of the output print it, in either language: `15.500,00`. */
export const printedSum = (decimal: string): string => Money.print(Money.from(decimal), "be")

export const messages: FaultCatalogue<NumberProblem> = {
  NotANumber: ({ value }) => ({
    wrong: { en: `${quote(value)} is not a number`, nl: `${quote(value)} is geen getal` },
    expected: { en: "expected an amount such as 1.234,56", nl: "verwacht: een bedrag zoals 1.234,56" },
  }),
  MarkedNumber: ({ value, mark }) => ({
    wrong: {
      en: `${quote(value)} has ${markedBy[mark].en}, and an amount is a number of euro`,
      nl: `${quote(value)} heeft ${markedBy[mark].nl}, en een bedrag is een aantal euro`,
    },
    ...markAdvice[mark],
  }),
  AmbiguousBlanks: ({ value, one, other }) => ({
    wrong: {
      en: `the blanks in ${quote(value)} can be read as ${one} or as ${other}, and no sum of the table decides`,
      nl: `de spaties in ${quote(value)} kunnen gelezen worden als ${one} of als ${other}, en geen som van de tabel beslist`,
    },
    expected: {
      en: "separate the columns by tabs or semicolons",
      nl: "scheid de kolommen met tabs of puntkomma's",
    },
  }),
  AmbiguousNumber: ({ value, be, en }) => ({
    wrong: {
      en: `${quote(value)} can be read as ${be} or as ${en}`,
      nl: `${quote(value)} kan gelezen worden als ${comma(be)} of als ${comma(en)}`,
    },
    expected: {
      en: 'declare the option "numbers": be (1.234,56) or en (1,234.56)',
      nl: 'geef de optie "numbers" op: be (1.234,56) of en (1,234.56)',
    },
    command: {
      en: "declare the number format: --numbers be (1.234,56) or --numbers en (1,234.56)",
      nl: "geef de getalnotatie op: --numbers be (1.234,56) of --numbers en (1,234.56)",
    },
  }),
  OtherNumberFormat: ({ value, format }) => ({
    wrong: {
      en: `${quote(value)} is not written like the other numbers of this file`,
      nl: `${quote(value)} is anders geschreven dan de andere getallen van dit bestand`,
    },
    ...otherFormat(format === "be" ? ["1.234,56", "en"] : ["1,234.56", "be"]),
  }),
  AmountTooFine: ({ value, decimals }) => ({
    wrong: {
      en: `${quote(value)} has ${decimals} decimals`,
      nl: `${quote(value)} heeft ${decimals} decimalen`,
    },
    expected: {
      en: 'expected at most six; the option "round": 2 rounds half away from zero to cents',
      nl: 'verwacht: hoogstens zes; de optie "round": 2 rondt af op de cent, een halve cent weg van nul',
    },
    command: {
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

const markAdvice: Readonly<Record<NumberMark, Pick<FaultMessage, "expected" | "command">>> = {
  side: {
    expected: {
      en: "write a receipt or a credit with a sign, or map two columns: debit and credit",
      nl: "schrijf een bedrag met een teken, of wijs twee kolommen toe: debit en credit",
    },
    command: {
      en: "write a receipt or a credit with a sign, or map two columns: --mapping with debit and credit",
      nl: "schrijf een bedrag met een teken, of wijs met --mapping twee kolommen toe: debit en credit",
    },
  },
  percent: {
    expected: {
      en: "expected an amount; leave a column of percentages out",
      nl: "verwacht: een bedrag; laat een kolom met percentages weg",
    },
  },
  thousands: inMapping((where) => ({
    en: `write only the number, and give the unit ${where.en}: {"unit": 1000}`,
    nl: `schrijf alleen het getal, en geef de eenheid op ${where.nl}: {"unit": 1000}`,
  })),
  currency: { expected: { en: "expected an amount in euro", nl: "verwacht: een bedrag in euro" } },
}

const otherFormat = ([example, other]: readonly [string, string]): Pick<
  FaultMessage,
  "expected" | "command"
> => ({
  expected: {
    en: `expected ${example} (the option "numbers": ${other} declares the other format)`,
    nl: `verwacht: ${example} (de andere notatie geeft u op met de optie "numbers": ${other})`,
  },
  command: {
    en: `expected ${example} (--numbers ${other} declares the other format)`,
    nl: `verwacht: ${example} (de andere notatie geeft u op met --numbers ${other})`,
  },
})

const markedBy: Readonly<Record<NumberMark, Message>> = {
  side: { en: "a mark of debit or credit", nl: "een merkteken voor debet of credit" },
  percent: { en: "a percent sign", nl: "een procentteken" },
  thousands: { en: "a unit of thousands or millions", nl: "een eenheid van duizenden of miljoenen" },
  currency: { en: "the sign of another currency", nl: "het teken van een andere munt" },
}
