/** Problems of a file and of its lines. */
import { type FaultCatalogue, inMapping, quote } from "./Message.ts"

export type FileProblem =
  | { readonly _tag: "EmptyFile" }
  | { readonly _tag: "HeaderOnly" }
  | { readonly _tag: "AllRowsLeftOut"; readonly rows: number; readonly firstLine: number }
  | { readonly _tag: "Utf16" }
  | { readonly _tag: "NotText"; readonly looksLike: string }
  | { readonly _tag: "NulByte" }
  | { readonly _tag: "NotInEncoding"; readonly encoding: string }
  | { readonly _tag: "LoneCarriageReturn" }
  | { readonly _tag: "LineTooLong"; readonly longest: number }
  | { readonly _tag: "StrayQuote" }
  | { readonly _tag: "UnterminatedQuote"; readonly lines: number }
  | { readonly _tag: "OtherForms"; readonly form: string; readonly found: ReadonlyArray<string> }
  | { readonly _tag: "NoPrintedRows"; readonly form: string }
  | { readonly _tag: "OnlyText"; readonly value: string }
  | { readonly _tag: "RaggedRow"; readonly found: number; readonly expected: number }

export const messages: FaultCatalogue<FileProblem> = {
  EmptyFile: () => ({
    wrong: { en: "the file is empty", nl: "het bestand is leeg" },
    expected: {
      en: "expected a header and at least one row",
      nl: "verwacht: een kopregel en minstens één rij",
    },
  }),
  HeaderOnly: () => ({
    wrong: { en: "the file has a header and no rows", nl: "het bestand heeft een kopregel en geen rijen" },
    expected: { en: "expected at least one row", nl: "verwacht: minstens één rij" },
  }),
  AllRowsLeftOut: ({ rows, firstLine }) => ({
    wrong: {
      en: `the mapping leaves out every row (${rows}, the first on line ${firstLine})`,
      nl: `de kolomtoewijzing laat elke rij weg (${rows}, de eerste op regel ${firstLine})`,
    },
    expected: {
      en: 'check the values under "rows" in the mapping',
      nl: 'controleer de waarden onder "rows" in de kolomtoewijzing',
    },
  }),
  Utf16: () => ({
    wrong: { en: "the file is UTF-16", nl: "het bestand is UTF-16" },
    expected: { en: "save it as CSV UTF-8", nl: "bewaar het als CSV UTF-8" },
  }),
  NotText: ({ looksLike }) => ({
    wrong: {
      en: `this is not text but another kind of file (${looksLike})`,
      nl: `dit is geen tekst maar een ander soort bestand (${looksLike})`,
    },
    expected:
      looksLike === "XLSX"
        ? { en: "give it a name that ends in .xlsx", nl: "geef het een naam die eindigt op .xlsx" }
        : { en: "save it as CSV UTF-8", nl: "bewaar het als CSV UTF-8" },
  }),
  NulByte: () => ({
    wrong: { en: "the line contains a NUL byte", nl: "de regel bevat een NUL-byte" },
    expected: {
      en: "save it again as CSV UTF-8: it may be damaged, or binary",
      nl: "bewaar het opnieuw als CSV UTF-8: het is misschien beschadigd of binair",
    },
  }),
  NotInEncoding: ({ encoding }) => ({
    wrong: { en: `the line is not ${encoding}`, nl: `de regel is niet gecodeerd in ${encoding}` },
    expected: {
      en: 'declare the option "encoding": utf-8 or windows-1252',
      nl: 'geef de optie "encoding" op: utf-8 of windows-1252',
    },
    command: {
      en: "declare the encoding: --encoding utf-8|windows-1252",
      nl: "geef de codering op: --encoding utf-8|windows-1252",
    },
  }),
  LoneCarriageReturn: () => ({
    wrong: {
      en: "a carriage return (CR) is not followed by a line feed (LF)",
      nl: "na een regelterugloop (CR) ontbreekt de nieuwe regel (LF)",
    },
    expected: {
      en: "save the file with lines that end in LF or CRLF",
      nl: "bewaar het bestand met regels die eindigen op LF of CRLF",
    },
  }),
  LineTooLong: ({ longest }) => ({
    wrong: {
      en: `the line is longer than ${longest} bytes`,
      nl: `de regel is langer dan ${longest} bytes`,
    },
    expected: {
      en: "check its quotes and line ends",
      nl: "controleer de aanhalingstekens en regeleinden",
    },
  }),
  StrayQuote: () => ({
    wrong: {
      en: 'a quote (") is in a cell that is not quoted as a whole',
      nl: 'er staat een aanhalingsteken (") in een cel die niet volledig tussen aanhalingstekens staat',
    },
    expected: {
      en: 'quote the whole cell and double each quote in it: "24"" screen"',
      nl: 'zet de hele cel tussen aanhalingstekens en verdubbel die erin: "scherm 24"""',
    },
  }),
  UnterminatedQuote: ({ lines }) => ({
    wrong: {
      en: `a cell that begins with a quote (") never ends${lines === 1 ? "" : `; it takes ${lines} lines, which are no rows`}`,
      nl: `een cel die met een aanhalingsteken (") begint, wordt nergens afgesloten${lines === 1 ? "" : `; ze neemt ${lines} regels in, die geen rijen zijn`}`,
    },
    expected: {
      en: "expected a closing quote before the delimiter or the end of the line",
      nl: "verwacht: een sluitend aanhalingsteken voor het scheidingsteken of het einde van de regel",
    },
  }),
  OtherForms: ({ form, found }) => ({
    wrong: {
      en: `the file has the title of ${found.join(", ")} and not of ${form}`,
      nl: `het bestand bevat de titel van ${found.join(", ")} en niet van ${form}`,
    },
    expected: {
      en: `expected the table of ${form}, or ask for ${found[0] ?? ""}`,
      nl: `verwacht: de tabel van ${form}, of vraag ${found[0] ?? ""}`,
    },
    command: {
      en: `expected the table of ${form}, or --form ${found[0] ?? ""}`,
      nl: `verwacht: de tabel van ${form}, of --form ${found[0] ?? ""}`,
    },
  }),
  NoPrintedRows: ({ form }) => ({
    wrong: {
      en: `no row of ${form} was found below a header with years`,
      nl: `er is geen rij van ${form} gevonden onder een kopregel met jaren`,
    },
    expected: {
      en: `expected the years as columns and the labels of ${form} as printed, or the columns "section", "code" and the years`,
      nl: `verwacht: de jaren als kolommen en de opschriften van ${form} zoals gedrukt, of de kolommen "section", "code" en de jaren`,
    },
  }),
  OnlyText: ({ value }) => ({
    wrong: {
      en: `the row has only the text ${quote(value)}`,
      nl: `de rij heeft alleen de tekst ${quote(value)}`,
    },
    ...inMapping((where) => ({
      en: `delete the row, begin it with #, or leave it out ${where.en}, under "rows"`,
      nl: `verwijder de rij, laat ze beginnen met #, of laat ze weg ${where.nl}, onder "rows"`,
    })),
  }),
  RaggedRow: ({ found, expected }) => ({
    wrong: {
      en: `the row has ${found} ${found === 1 ? "cell" : "cells"}`,
      nl: `de rij heeft ${found} ${found === 1 ? "cel" : "cellen"}`,
    },
    expected: {
      en: `expected ${expected}, as in the header${found > expected ? "; a column that is filled needs a header" : ""}`,
      nl: `verwacht: ${expected}, zoals in de kopregel${found > expected ? "; een ingevulde kolom heeft een opschrift nodig" : ""}`,
    },
  }),
}
