/** Problems of a header and of the mapping that was given for it. */
import { type FaultCatalogue, quote } from "./Message.ts"

/** A problem of a header, or of its mapping. */
export type HeaderProblem =
  | { readonly _tag: "UnknownTable"; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "MissingColumn"; readonly field: string; readonly missing: string }
  | {
      readonly _tag: "DuplicatedHeader"
      readonly header: string
      readonly first: number
      readonly second: number
    }
  | { readonly _tag: "YearColumn"; readonly header: string }
  | { readonly _tag: "NoYears" }
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
  MissingColumn: ({ field, missing }) => ({
    wrong: { en: `the column ${quote(missing)} is missing`, nl: `de kolom ${quote(missing)} ontbreekt` },
    expected: {
      en: `expected it in the header, or a --mapping that names another column for ${quote(field)}`,
      nl: `verwacht in de kopregel, of wijs met --mapping een andere kolom toe aan ${quote(field)}`,
    },
  }),
  DuplicatedHeader: ({ header, first, second }) => ({
    wrong: {
      en: `the header ${quote(header)} occurs twice, in columns ${first} and ${second}`,
      nl: `het opschrift ${quote(header)} komt twee keer voor, in kolom ${first} en ${second}`,
    },
    expected: { en: "expected each column once", nl: "verwacht: elke kolom één keer" },
  }),
  YearColumn: ({ header }) => ({
    wrong: {
      en: `the header ${quote(header)} looks like a year but is not one`,
      nl: `het opschrift ${quote(header)} lijkt op een jaar maar is er geen`,
    },
    expected: { en: "expected a year such as 2026", nl: "verwacht: een jaar zoals 2026" },
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
      en: "expected the column headers there: correct --header-line, or leave it out to have the header found",
      nl: "verwacht: de opschriften van de kolommen: verbeter --header-line, of laat die optie weg",
    },
  }),
  MappingNotRead: ({ field }) => ({
    wrong: {
      en: `the mapping names an unknown field ${quote(field)}`,
      nl: `de kolomtoewijzing noemt een onbekend veld ${quote(field)}`,
    },
    expected: {
      en: 'expected {"columns": {"action": "Actie", …}}; --show-mapping prints one',
      nl: 'verwacht: {"columns": {"action": "Actie", …}}; --show-mapping toont een voorbeeld',
    },
  }),
}
