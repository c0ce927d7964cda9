/** Problems of a header and of the mapping that was given for it. */
import { Year } from "@grootboek/core"
import { type FaultCatalogue, inMapping, quote } from "./Message.ts"
import * as StatedUnit from "./StatedUnit.ts"

export type HeaderProblem =
  | { readonly _tag: "UnknownTable"; readonly known: ReadonlyArray<string> }
  | {
      readonly _tag: "MissingColumn"
      readonly field: string
      readonly missing: string
      /** A header of the file that resembles it. */
      readonly near?: string
    }
  | { readonly _tag: "FieldNotGiven"; readonly field: string }
  | {
      readonly _tag: "ProbableColumn"
      readonly field: string
      readonly missing: string
      readonly header: string
    }
  | {
      readonly _tag: "DuplicatedHeader"
      readonly header: string
      readonly first: number
      readonly second: number
      /** The second header, when both name one year in other words. */
      readonly other?: string
      /** Whether the table is a publication, which no mapping describes. */
      readonly isPublished?: true
    }
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
  | { readonly _tag: "MappedTwice"; readonly field: string; readonly header: string }
  | { readonly _tag: "FilterNotRead"; readonly header: string }
  | { readonly _tag: "MappingNotRead"; readonly field: string }
  | { readonly _tag: "HeaderUnsure"; readonly found: number; readonly missing: ReadonlyArray<string> }
  | { readonly _tag: "HeaderLineEmpty"; readonly declared: number }

export const messages: FaultCatalogue<HeaderProblem> = {
  UnknownTable: ({ known }) => ({
    wrong: {
      en: "the header does not match a known table",
      nl: "de kopregel komt met geen enkele bekende tabel overeen",
    },
    expected: {
      en: `expected one of: ${known.join(" | ")}`,
      nl: `verwacht: een van ${known.join(" | ")}`,
    },
  }),
  MissingColumn: ({ field, missing, near }) => ({
    wrong: { en: `the column ${quote(missing)} is missing`, nl: `de kolom ${quote(missing)} ontbreekt` },
    expected:
      near === undefined
        ? {
            en: `expected it in the header, or a mapping that names another column for ${quote(field)}`,
            nl: `verwacht in de kopregel, of wijs in de kolomtoewijzing een andere kolom toe aan ${quote(field)}`,
          }
        : {
            en: `if ${quote(near)} is that column, map it: ${columnOf(field, near)}`,
            nl: `als ${quote(near)} die kolom is, wijs ze dan toe: ${columnOf(field, near)}`,
          },
    command:
      near === undefined
        ? {
            en: `expected it in the header, or a --mapping that names another column for ${quote(field)}`,
            nl: `verwacht in de kopregel, of wijs met --mapping een andere kolom toe aan ${quote(field)}`,
          }
        : {
            en: `if ${quote(near)} is that column, map it with --mapping: ${columnOf(field, near)}`,
            nl: `als ${quote(near)} die kolom is, wijs ze dan toe met --mapping: ${columnOf(field, near)}`,
          },
  }),
  FieldNotGiven: ({ field }) => ({
    wrong: {
      en: `the mapping sets no column for ${quote(field)}, and every row needs a value`,
      nl: `de kolomtoewijzing geeft geen kolom aan ${quote(field)}, en elke rij heeft een waarde nodig`,
    },
    expected: {
      en: `name its column, or one value for every row: {"constants": {"${field}": "…"}}`,
      nl: `noem de kolom, of één waarde voor elke rij: {"constants": {"${field}": "…"}}`,
    },
  }),
  ProbableColumn: ({ field, missing, header }) => ({
    wrong: {
      en: `the column ${quote(missing)} is missing, and ${quote(header)} may be that column`,
      nl: `de kolom ${quote(missing)} ontbreekt, en ${quote(header)} is misschien die kolom`,
    },
    expected: {
      en: `map it: ${columnOf(field, header)}; or leave it out: {"columns": {"${field}": null}}`,
      nl: `wijs ze toe: ${columnOf(field, header)}; of laat ze weg: {"columns": {"${field}": null}}`,
    },
    command: {
      en: `map it with --mapping: ${columnOf(field, header)}; or leave it out: {"columns": {"${field}": null}}`,
      nl: `wijs ze toe met --mapping: ${columnOf(field, header)}; of laat ze weg: {"columns": {"${field}": null}}`,
    },
  }),
  DuplicatedHeader: ({ header, first, second, other, isPublished = false }) =>
    isPublished
      ? {
          wrong: {
            en: `columns ${first} and ${second} both hold the amounts of ${quote(header)}, and are not added`,
            nl: `kolom ${first} en ${second} bevatten allebei de bedragen van ${quote(header)}, en worden niet opgeteld`,
          },
          expected: {
            en: "remove one of them, or name in their headers what each holds: JR 2024 and MJP 2024",
            nl: "verwijder er een, of zet in de opschriften wat elk bevat: JR 2024 en MJP 2024",
          },
        }
      : other === undefined
        ? {
            wrong: {
              en: `the header ${quote(header)} occurs twice, in columns ${first} and ${second}`,
              nl: `het opschrift ${quote(header)} komt twee keer voor, in kolom ${first} en ${second}`,
            },
            expected: { en: "expected each column once", nl: "verwacht: elke kolom één keer" },
          }
        : {
            wrong: {
              en: `columns ${first} and ${second} both hold the amounts of ${header}`,
              nl: `kolom ${first} en ${second} bevatten allebei de bedragen van ${header}`,
            },
            ...inMapping((where) => ({
              en: `leave one out ${where.en}: {"years": {${JSON.stringify(other)}: null}}`,
              nl: `laat er één weg ${where.nl}: {"years": {${JSON.stringify(other)}: null}}`,
            })),
          },
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
  HeaderUnsure: ({ found, missing }) =>
    missing.length > 0
      ? {
          wrong: {
            en: `the header seems to be on line ${found}, but it lacks ${missing.map(quote).join(", ")}`,
            nl: `de kopregel lijkt regel ${found} te zijn, maar ${missing.map(quote).join(", ")} ontbreekt`,
          },
          expected: {
            en: 'add the column, or name the line of the header in the option "headerLine"',
            nl: 'voeg de kolom toe, of geef de regel van de opschriften op in de optie "headerLine"',
          },
          command: {
            en: "add the column, or name the line of the header with --header-line N",
            nl: "voeg de kolom toe, of geef de regel van de opschriften op met --header-line N",
          },
        }
      : {
          wrong: {
            en: `the header seems to be on line ${found}, but the lines above it may be rows`,
            nl: `de kopregel lijkt regel ${found} te zijn, maar de regels erboven zijn misschien rijen`,
          },
          expected: {
            en: `remove those lines, or confirm the header with the option "headerLine": ${found}`,
            nl: `verwijder die regels, of bevestig de kopregel met de optie "headerLine": ${found}`,
          },
          command: {
            en: `remove those lines, or confirm the header with --header-line ${found}`,
            nl: `verwijder die regels, of bevestig de kopregel met --header-line ${found}`,
          },
        },
  HeaderLineEmpty: ({ declared }) => ({
    wrong: {
      en: `line ${declared} has no header`,
      nl: `op regel ${declared} staat geen kopregel`,
    },
    expected: {
      en: 'expected the column headers there: correct the option "headerLine", or leave it out to have the header found',
      nl: 'verwacht: de opschriften van de kolommen: verbeter de optie "headerLine", of laat die optie weg',
    },
    command: {
      en: "expected the column headers there: correct --header-line, or leave it out to have the header found",
      nl: "verwacht: de opschriften van de kolommen: verbeter --header-line, of laat die optie weg",
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
  MappedTwice: ({ field, header }) => ({
    wrong: {
      en: `the mapping gives ${quote(field)} both the column ${quote(header)} and a constant`,
      nl: `de kolomtoewijzing geeft ${quote(field)} zowel de kolom ${quote(header)} als een vaste waarde`,
    },
    expected: { en: "expected one of them", nl: "verwacht: een van beide" },
  }),
  FilterNotRead: ({ header }) => ({
    wrong: {
      en: `the mapping selects rows by ${quote(header)}, and the header has no such column`,
      nl: `de kolomtoewijzing kiest rijen volgens ${quote(header)}, en de kopregel heeft die kolom niet`,
    },
    expected: {
      en: 'expected a header of the file: {"rows": {"leaveOut": {"Soort": ["Totaal"]}}}',
      nl: 'verwacht: een opschrift van het bestand, zoals {"rows": {"leaveOut": {"Soort": ["Totaal"]}}}',
    },
  }),
  MappingNotRead: ({ field }) => ({
    wrong: {
      en: `the mapping names an unknown field ${quote(field)}`,
      nl: `de kolomtoewijzing noemt een onbekend veld ${quote(field)}`,
    },
    expected: {
      en: 'expected names of fields, as in {"columns": {"action": "Actie", …}}',
      nl: 'verwacht: namen van velden, zoals in {"columns": {"action": "Actie", …}}',
    },
    command: {
      en: 'expected {"columns": {"action": "Actie", …}}; --show-mapping prints one',
      nl: 'verwacht: {"columns": {"action": "Actie", …}}; --show-mapping toont een voorbeeld',
    },
  }),
}

const columnOf = (field: string, header: string): string =>
  `{"columns": {"${field}": ${JSON.stringify(header)}}}`

/** Returns a mapping of a header with a year; with the unit, when the header names thousands or millions. */
const yearIn = (header: string): string => {
  const year = /(?<!\d)(?:19|20|21)\d\d(?!\d)/.exec(header)?.[0] ?? "2026"
  const unit = StatedUnit.of(header)
  return `{"years": {${JSON.stringify(header)}: ${year}}${unit === undefined ? "" : `, "unit": ${unit}`}}`
}
