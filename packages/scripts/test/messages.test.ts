/** The law of messages: no message for a program names a command, and every message that stops says what to do next. */
import * as core from "@grootboek/core"
import { Fault, Note } from "@grootboek/csv"
import { type Audience, type Language, languages } from "@grootboek/report"
import { Fault as SheetFault } from "@grootboek/xlsx"
import { type ErrorFacts, GrootboekError } from "grootboek"
import { describe, expect, test } from "vitest"
import { read } from "../../csv/test/fixture.ts"
import { exhibits, fileOf, unseen } from "../../csv/test/gallery.ts"
import { notes } from "../../csv/test/notes.ts"
import { chapters } from "../../report/test/gallery.ts"
import { otherPairs } from "../../report/test/Messages.ts"
import { exhibits as sheets } from "../../xlsx/test/gallery.ts"

type Said = (language: Language, audience: Audience) => string

const problems = [
  ...exhibits.flatMap(({ file, kind, options }) => read(kind, fileOf(file), options).faults),
  ...unseen.map(([, problem]) => ({ ...problem, file: "x.csv", line: 1, offset: 0, text: "" })),
]

/** Messages of errors, by name. */
const errors: ReadonlyArray<readonly [name: string, said: Said]> = [
  ...chapters.flatMap(({ rows }) =>
    rows.map(
      ({ name, said }) =>
        [name, (language: Language, audience: Audience) => said[audience][language]] as const,
    ),
  ),
  ...problems.map(
    (fault) =>
      [
        fault._tag,
        (language: Language, audience: Audience) => Fault.message(fault, language, audience),
      ] as const,
  ),
  ...sheets.map(
    ([, fault]) => [fault._tag, (language: Language) => SheetFault.message(fault, language)] as const,
  ),
  ...(
    [
      { kind: "conflict", ids: ["a"] },
      { kind: "address", address: { _tag: "NotAnAddress", scheme: "postgres" } },
      { kind: "address", address: { _tag: "NotAnOption", scheme: "postgres", option: "retry-for" } },
      { kind: "address", address: { _tag: "NotAnOption", scheme: "postgres", option: "heads" } },
      { kind: "missing", what: "plan.ndjson" },
      { kind: "missing", what: "pg", install: "npm install pg" },
    ] satisfies ReadonlyArray<ErrorFacts>
  ).map((facts) => [facts.kind, (language: Language) => new GrootboekError(facts).in(language)] as const),
]

/** Every other message, by name. */
const others: ReadonlyArray<readonly [name: string, said: Said]> = [
  ...notes.map(
    (note) =>
      [
        note._tag,
        (language: Language, audience: Audience) => Note.message(note, language, audience),
      ] as const,
  ),
  ...otherPairs.map(([name, said]) => [name, (language: Language) => said[language]] as const),
]

const command =
  /--[a-z]|npx|grootboek (?:init|import|statement|explain|diff|log|verify|reconcile|report|export|restore|reverse|branch|checkpoint|overview|follow-up|mapping|migrate|template|transfer|ledgers|move)\b|run the command|voer de opdracht/i

/** A verb that asks for something, or the value that was expected. */
const nextStep: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:add|adjust|allow|ask|balance|carry|check|choose|clear|close|compare|complete|correct|create|declare|do not|end|expected|explain|export|fill|format|free|give|import|index|install|keep|leave|let|list|make|map|move|name|open|post|record|remove|repeat|report|restore|reverse|run|save|send|separate|shorten|quote|double|delete|set|similar rows|state|stop|transfer|try|type|unmerge|upgrade|use|verify|widen|write)\b/i,
  nl: /\b(?:beëindig|behoud|bekijk|bewaar|boek|breng|controleer|draag|exporteer|geef|gebruik|gelijkaardige rijen|herhaal|houd|importeer|indexeer|installeer|kies|laat|lees|maak|meld|moet|kort|noem|open|pas|probeer|scheid|schrijf|sla|sluit|splits|stop|typ|vergelijk|verbeter|verlaag|verruim|verwacht|verwijder|voeg|voer|verschuif|vraag|vul|wijs|zet)\b/i,
}

describe("messages", () => {
  test.each([...errors, ...others])(
    "%s: has a text for both readers, and no command for a program",
    (_, said) => {
      for (const language of languages) {
        for (const audience of ["library", "command"] as const) expect(said(language, audience)).toMatch(/\S/)
        const text = said(language, "library")
        expect(command.exec(text)?.[0]).toBeUndefined()
        if (language === "en") expect(/grootboek [a-z]/.exec(text)?.[0]).toBeUndefined()
      }
    },
  )

  test.each(errors)("%s: says what to do next", (_, said) => {
    for (const language of languages)
      for (const audience of ["library", "command"] as const) {
        const text = said(language, audience)
        const last = text.slice(text.search(/[.;:(?] /u))
        expect(last).toMatch(nextStep[language])
      }
  })

  test("functions: every function that a message names is exported", () => {
    const named = errors.flatMap(([, said]) =>
      languages.flatMap((language) => [...said(language, "library").matchAll(/\(([A-Z]\w+)\.(\w+)\)/g)]),
    )
    expect(named.length).toBeGreaterThan(10)
    const modules: Readonly<Record<string, object>> = { ...core }
    for (const [text, module = "", verb = ""] of named)
      expect([text, typeof Reflect.get(modules[module] ?? {}, verb)]).toEqual([text, "function"])
  })
})
