/** Messages about values that are not valid: what was expected, or what is wrong. */
import type { Problem } from "@grootboek/core"
import type { Both, Language } from "./Language.ts"

/** Returns a problem in a language. Without a reason as data the Dutch text is general. */
export const of = (
  { problem, reason }: { readonly problem: string; readonly reason?: Problem.ProblemReason | undefined },
  language: Language,
): string =>
  reason === undefined
    ? { en: problem, nl: "de inhoud is niet leesbaar" }[language]
    : problems[reason.kind](reason.values ?? [])[language]

/** Returns the name of a field; a part of an entry that is not a field has a word. */
export const field = (name: string, language: Language): string => parts[name]?.[language] ?? name

const parts: Readonly<Record<string, Both>> = {
  "(body)": { en: "content", nl: "inhoud" },
  "(entry)": { en: "envelope", nl: "omslag" },
  "(line)": { en: "line", nl: "regel" },
}

const expected = (en: string, nl: string) => (): Both => ({
  en: `expected ${en}`,
  nl: `verwacht wordt ${nl}`,
})

export const problems: Readonly<Record<Problem.ProblemKind, (values: ReadonlyArray<string>) => Both>> = {
  account: expected("an account number of 2 to 10 digits", "een rekeningnummer van 2 tot 10 cijfers"),
  actor: expected(
    "an opaque id of 1 to 64 letters, digits or : . _ -",
    "een betekenisloze code van 1 tot 64 letters, cijfers of : . _ -",
  ),
  amount: expected(
    "an amount such as 12.50, with two to six decimals",
    "een bedrag zoals 12.50, met twee tot zes decimalen",
  ),
  boolean: expected("true or false", "true of false"),
  choice: (values) => ({
    en: `expected one of ${values.join(", ")}`,
    nl: `verwacht wordt een van ${values.join(", ")}`,
  }),
  code: expected(
    "a text of 1 to 200 characters without control characters",
    "een tekst van 1 tot 200 tekens zonder besturingstekens",
  ),
  reference: expected(
    "a reference of 1 to 180 characters without control characters",
    "een referentie van 1 tot 180 tekens zonder besturingstekens",
  ),
  dashRow: expected("the number of a dash row from 1 to 99", "het nummer van een streepjesrij van 1 tot 99"),
  day: expected("a day such as 2026-06-30", "een dag zoals 2026-06-30"),
  digest: expected("64 hexadecimal digits", "64 hexadecimale cijfers"),
  entryId: expected("1 to 128 letters, digits or : . _ / -", "1 tot 128 letters, cijfers of : . _ / -"),
  event: ([kind = ""]) => ({
    en: `there is no event ${kind}`,
    nl: `er bestaat geen gebeurtenis ${kind}`,
  }),
  fileName: expected("a file name", "een bestandsnaam"),
  finerThanPrinted: ([amount = "", form = ""]) => ({
    en: `${amount} has more decimals than ${form} prints`,
    nl: `${amount} heeft meer decimalen dan ${form} afdrukt`,
  }),
  json: () => ({ en: "the text is not valid JSON", nl: "de tekst is geen geldige JSON" }),
  list: expected("a list", "een lijst"),
  missing: () => ({ en: "the field is missing", nl: "het veld ontbreekt" }),
  month: expected("a month such as 2025-12", "een maand zoals 2025-12"),
  negativeZero: expected("0.00, not -0.00", "0.00, niet -0.00"),
  noSuchDay: ([day = ""]) => ({
    en: `the calendar has no day ${day}`,
    nl: `de dag ${day} bestaat niet`,
  }),
  other: () => ({ en: "the value is not allowed", nl: "de waarde is niet toegelaten" }),
  percentage: expected("a percentage such as 15 or 2.5", "een percentage zoals 15 of 2.5"),
  quantity: expected("a number such as 15 or 2.5", "een getal zoals 15 of 2.5"),
  record: expected("an object with named fields", "een object met benoemde velden"),
  string: expected("a text", "een tekst"),
  text: expected("a text of 1 to 4,000 characters", "een tekst van 1 tot 4.000 tekens"),
  time: expected("a UTC time with milliseconds", "een UTC-tijd met milliseconden"),
  unknownField: () => ({ en: "the field is not known", nl: "het veld is niet bekend" }),
  whole: expected("a whole number", "een geheel getal"),
  year: expected("a year from 1900 to 2200", "een jaar van 1900 tot 2200"),
  years: expected(
    "a first year, and a last year at most sixty years later",
    "een eerste jaar, en een laatste jaar hoogstens zestig jaar later",
  ),
}
