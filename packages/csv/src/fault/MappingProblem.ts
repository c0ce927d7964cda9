/** Problems of a mapping: fields and filters that do not fit the header it was given for. */
import { type FaultCatalogue, quote } from "./Message.ts"

export type MappingProblem =
  | { readonly _tag: "FieldNotGiven"; readonly field: string }
  | { readonly _tag: "MappedTwice"; readonly field: string; readonly header: string }
  | { readonly _tag: "FilterNotRead"; readonly header: string }
  | { readonly _tag: "MappingNotRead"; readonly field: string }

export const messages: FaultCatalogue<MappingProblem> = {
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
