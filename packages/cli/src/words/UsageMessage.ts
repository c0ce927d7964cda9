/** Messages about a command line that cannot be run as it was typed. */
import { count } from "./Count.ts"
import type { Both } from "./Language.ts"

export const optionMissing = (flags: string): Both => ({
  en: `required option '${flags}' is missing`,
  nl: `de verplichte optie '${flags}' ontbreekt`,
})

export const argumentMissing = (name: string): Both => ({
  en: `required argument '${name}' is missing`,
  nl: `het verplichte argument '${name}' ontbreekt`,
})

export const valueMissing = (flags: string): Both => ({
  en: `option '${flags}' needs a value`,
  nl: `de optie '${flags}' heeft een waarde nodig`,
})

export const optionUnknown = (flag: string, nearest: string | undefined): Both => ({
  en: `unknown option '${flag}'${nearest === undefined ? "" : ` (did you mean '${nearest}'?)`}`,
  nl: `onbekende optie '${flag}'${nearest === undefined ? "" : ` (bedoelde u '${nearest}'?)`}`,
})

export const commandUnknown = (name: string, nearest: string | undefined): Both => ({
  en: `unknown command '${name}'${nearest === undefined ? "" : ` (did you mean '${nearest}'?)`}`,
  nl: `onbekende opdracht '${name}'${nearest === undefined ? "" : ` (bedoelde u '${nearest}'?)`}`,
})

export const tooManyArguments = (expected: number, received: number): Both => ({
  en: `too many arguments: expected ${expected}, received ${received}`,
  nl: `te veel argumenten: ${expected} verwacht, ${received} gekregen`,
})

export const notAChoice = (name: string, value: string, choices: ReadonlyArray<string>): Both => ({
  en: `${name} ${value}: choose one of ${choices.join(", ")}`,
  nl: `${name} ${value}: kies uit ${choices.join(", ")}`,
})

export const notYears = (name: string, value: string): Both => ({
  en: `${name} ${value}: write the first and the last year, such as 2026-2031`,
  nl: `${name} ${value}: schrijf het eerste en het laatste jaar, zoals 2026-2031`,
})

export const notAYear = (name: string, value: string): Both => ({
  en: `${name} ${value}: write a year in four digits`,
  nl: `${name} ${value}: schrijf een jaar in vier cijfers`,
})

export const exclusive = (one: string, other: string): Both => ({
  en: `${one} and ${other} exclude each other: give one of them`,
  nl: `${one} en ${other} sluiten elkaar uit: geef één van beide`,
})

export const notAPosition = (name: string, value: string): Both => ({
  en: `${name} ${value}: write a position, a whole number from 1`,
  nl: `${name} ${value}: schrijf een volgnummer, een geheel getal vanaf 1`,
})

export const notAPercentage = (name: string, value: string): Both => ({
  en: `${name} ${value}: write a percentage as a whole number from 0`,
  nl: `${name} ${value}: schrijf een percentage als een geheel getal vanaf 0`,
})

export const notADay = (name: string, value: string): Both => ({
  en: `${name} ${value}: write a day as 2026-12-31`,
  nl: `${name} ${value}: schrijf een datum als 2026-12-31`,
})

export const notAnAmount = (name: string, value: string): Both => ({
  en: `${name} ${value}: write an amount such as 1000 or 0.50`,
  nl: `${name} ${value}: schrijf een bedrag zoals 1000 of 0,50`,
})

export const notABudgetLine = (name: string, value: string): Both => ({
  en: `${name} ${value}: write a line such as A10101/9090/6140000/U (action, policy item, account, sector, envelope, U or O)`,
  nl: `${name} ${value}: schrijf een budgetlijn zoals A10101/9090/6140000/U (actie, beleidsitem, rekening, sector, enveloppe, U of O)`,
})

export const onlyNorms: Both = {
  en: "--without reads norms: use it as in `grootboek overview norms --without AP102`",
  nl: "--without leest normen: gebruik het zoals in `grootboek overview norms --without AP102`",
}

export const notAnEncoding = (name: string, value: string): Both => ({
  en: `${name} ${value}: choose utf-8 or cp1252`,
  nl: `${name} ${value}: kies utf-8 of cp1252`,
})

export const notADelimiter = (name: string, value: string): Both => ({
  en: `${name} ${value}: choose ; or , or | or tab`,
  nl: `${name} ${value}: kies ; of , of | of tab`,
})

export const notALine = (name: string, value: string): Both => ({
  en: `${name} ${value}: write the number of a line, a whole number from 1`,
  nl: `${name} ${value}: schrijf een regelnummer, een geheel getal vanaf 1`,
})

export const resolutionIncomplete: Both = {
  en: "a resolution has a body and a day: give --decision BODY and --date DAY together",
  nl: "een besluit heeft een orgaan en een datum: geef --decision ORGAAN en --date DAG samen",
}

export const badMonths = (year: number): Both => ({
  en: `--from and --until do not name months of ${year} in their order: write months such as ${year}-06, or give --semester instead of both`,
  nl: `--from en --until noemen geen maanden van ${year} in volgorde: schrijf maanden zoals ${year}-06, of geef --semester in de plaats van beide`,
})

export const needsFile: Both = {
  en: "a workbook or document cannot be shown on a terminal: name a file with --out, such as --out answer.xlsx",
  nl: "een werkmap of document kan niet op het scherm getoond worden: geef een bestand op met --out, zoals --out antwoord.xlsx",
}

export const formsDiffer = (tables: number, forms: number): Both => ({
  en: `${count(tables, "table").en} and ${count(forms, "form").en}: give one --form for each table, in the same order`,
  nl: `${count(tables, "table").nl} en ${count(forms, "form").nl}: geef één --form per tabel, in dezelfde volgorde`,
})

/** A file without the requested part. */
export const unknownPart = (file: string, parts: ReadonlyArray<string>): Both => ({
  en: `${file} has no such part: use --part with one of ${parts.join(", ")}`,
  nl: `${file} heeft dat deel niet: gebruik --part met een van ${parts.join(", ")}`,
})

export const severalParts = (file: string, parts: ReadonlyArray<string>): Both => ({
  en: `${file} has several parts: choose the one of the ledger with --part (${parts.join(", ")})`,
  nl: `${file} bevat meerdere delen: kies met --part dat van het grootboek (${parts.join(", ")})`,
})

export const earlierEdition = (file: string, form: string): Both => ({
  en: `${file} is ${form} of BBC 2020, which a ledger does not print: check it without --ledger`,
  nl: `${file} is ${form} van BBC 2020, dat een grootboek niet afdrukt: controleer het zonder --ledger`,
})

export const againstLedger: Both = {
  en: "--against compares two publications without a ledger: leave out --ledger",
  nl: "--against vergelijkt twee publicaties zonder grootboek: laat --ledger weg",
}

export const onlyAgainst = (format: string): Both => ({
  en: `--format ${format} is only available with --against; use text or json`,
  nl: `--format ${format} bestaat alleen samen met --against; gebruik text of json`,
})

export const notAViewName = (name: string, text: string): Both => ({
  en: `${name}: "${text}" is not the name of a view: use small letters, digits and underscores, and begin with a letter`,
  nl: `${name}: "${text}" is geen naam van een weergave (VIEW): gebruik kleine letters, cijfers en lage streepjes, en begin met een letter`,
})
