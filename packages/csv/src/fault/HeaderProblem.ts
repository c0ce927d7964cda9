/** Problems of a header: its table, its line, and columns that are missing or occur twice. */
import { type FaultCatalogue, inMapping, quote } from "./Message.ts"

export type HeaderProblem =
  | { readonly _tag: "UnknownTable"; readonly known: ReadonlyArray<string> }
  | {
      readonly _tag: "MissingColumn"
      readonly field: string
      readonly missing: string
      /** A header of the file that resembles it. */
      readonly near?: string
    }
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
}

const columnOf = (field: string, header: string): string =>
  `{"columns": {"${field}": ${JSON.stringify(header)}}}`
