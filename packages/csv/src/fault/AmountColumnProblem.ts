/** Problems of the columns of amounts in a header: their years and their unit. */
import { Year } from "@grootboek/core"
import { type FaultCatalogue, inMapping, quote } from "./Message.ts"
import * as StatedUnit from "./StatedUnit.ts"

export type AmountColumnProblem =
  | { readonly _tag: "YearColumn"; readonly header: string }
  | {
      readonly _tag: "YearOutsidePlan"
      readonly header: string
      readonly year: Year.Year
      readonly years: Year.Years
    }
  | { readonly _tag: "UnitStated"; readonly value: string; readonly unit: StatedUnit.StatedUnit }
  | { readonly _tag: "NoYears" }
  | { readonly _tag: "YearsAndAmount"; readonly header: string }

export const messages: FaultCatalogue<AmountColumnProblem> = {
  YearColumn: ({ header }) =>
    /(?<!\d)(?:19|20|21)\d\d(?!\d)/.test(header)
      ? {
          wrong: {
            en: `the header ${quote(header)} contains a year, and does not say that it holds estimates of that year`,
            nl: `het opschrift ${quote(header)} bevat een jaar, en zegt niet dat de kolom ramingen van dat jaar bevat`,
          },
          ...inMapping((where) => ({
            en: `give its year ${where.en}: ${yearIn(header)}; null leaves the column out`,
            nl: `geef het jaar op ${where.nl}: ${yearIn(header)}; null laat de kolom weg`,
          })),
        }
      : {
          wrong: {
            en: `the header ${quote(header)} looks like a year but is not one`,
            nl: `het opschrift ${quote(header)} lijkt op een jaar maar is er geen`,
          },
          expected: { en: "expected a year such as 2026", nl: "verwacht: een jaar zoals 2026" },
        },
  YearOutsidePlan: ({ header, year, years }) => ({
    wrong: {
      en: `the column has amounts of ${year}, which is outside the plan ${Year.format(years)}`,
      nl: `de kolom heeft bedragen van ${year}, en dat jaar ligt buiten het plan ${Year.format(years)}`,
    },
    ...inMapping((where) => ({
      en: `leave the column out ${where.en}: {"years": {${JSON.stringify(header)}: null}}; or import into the ledger of the plan with that year`,
      nl: `laat de kolom weg ${where.nl}: {"years": {${JSON.stringify(header)}: null}}; of importeer in het grootboek van het plan met dat jaar`,
    })),
  }),
  UnitStated: ({ value, unit }) => ({
    wrong: {
      en: `${quote(value)} says that the amounts are in ${unit === 1000 ? "thousands" : "millions"} of euro`,
      nl: `${quote(value)} zegt dat de bedragen in ${unit === 1000 ? "duizend" : "miljoen"} euro zijn`,
    },
    ...inMapping((where) => ({
      en: `give the unit ${where.en}: {"unit": ${unit}}, or {"unit": 1} if the amounts are in euro`,
      nl: `geef de eenheid op ${where.nl}: {"unit": ${unit}}, of {"unit": 1} als de bedragen in euro zijn`,
    })),
  }),
  NoYears: () => ({
    wrong: { en: "the header has no amounts", nl: "de kopregel heeft geen kolom met bedragen" },
    expected: {
      en: 'expected years as columns (2026;2027;…), or the columns "Jaar" and "Bedrag"',
      nl: 'verwacht: jaren als kolommen (2026;2027;…), of de kolommen "Jaar" en "Bedrag"',
    },
  }),
  YearsAndAmount: ({ header }) => ({
    wrong: {
      en: `the header has years as columns and also ${quote(header)}, a column of amounts`,
      nl: `de kopregel heeft jaren als kolommen en ook ${quote(header)}, een kolom met bedragen`,
    },
    ...inMapping((where) => ({
      en: `leave one of them out ${where.en}: {"columns": {"amount": null}}, or null for each year`,
      nl: `laat een van beide weg ${where.nl}: {"columns": {"amount": null}}, of null voor elk jaar`,
    })),
  }),
}

/** Returns a mapping of a header with a year; with the unit, when the header names thousands or millions. */
const yearIn = (header: string): string => {
  const year = /(?<!\d)(?:19|20|21)\d\d(?!\d)/.exec(header)?.[0] ?? "2026"
  const unit = StatedUnit.of(header)
  return `{"years": {${JSON.stringify(header)}: ${year}}${unit === undefined ? "" : `, "unit": ${unit}`}}`
}
