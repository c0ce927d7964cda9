/** What a command is: its words, what it takes, and what it does. One file per command holds one of these. */
import type * as Effect from "effect/Effect"
import type { Failure } from "./Failure.ts"
import type { Both, Language } from "./Language.ts"

/** A word after the command's name, in order; `…` in the name takes all that follow. */
export interface Argument {
  readonly name: string
  readonly about: Both
  readonly optional?: true
  readonly choices?: ReadonlyArray<string>
}

/** An option `--name VALUE`, or a switch when it has no value. */
export interface Option {
  readonly name: string
  readonly value?: string
  readonly about: Both
  readonly required?: true
  readonly choices?: ReadonlyArray<string>
  /** May be given several times. */
  readonly many?: true
}

/** What the user gave. */
export interface Given {
  readonly language: Language
  readonly words: ReadonlyArray<string>
  readonly options: Readonly<Record<string, string | boolean | ReadonlyArray<string> | undefined>>
}

/** The exit status of a command that ran: fine, or found wanting. */
export type Ended = 0 | 1

/** A command. `name` may be two words (`branch new`). */
export interface Spec {
  readonly name: string
  readonly about: Both
  /** What the help says below the options: examples, exit status, what to know. */
  readonly more?: Both
  readonly takes: ReadonlyArray<Argument>
  readonly options: ReadonlyArray<Option>
  readonly run: (given: Given) => Effect.Effect<Ended, Failure>
}

/** The text of an option, if it was given. */
export const text = (given: Given, name: string): string | undefined => {
  const value = given.options[name]
  return typeof value === "string" ? value : undefined
}

/** The text of an option that the command requires. */
export const required = (given: Given, name: string): string => text(given, name) ?? ""

/** Whether a switch was given. */
export const isOn = (given: Given, name: string): boolean => given.options[name] === true

/** All texts of an option that may be given several times. */
export const list = (given: Given, name: string): ReadonlyArray<string> => {
  const value = given.options[name]
  return Array.isArray(value) ? value : typeof value === "string" ? [value] : []
}

/** The option that names the ledger. */
export const ledgerOption: Option = {
  name: "ledger",
  value: "L",
  required: true,
  about: {
    en: "the ledger: a SQLite file, or a postgres:// URL",
    nl: "het grootboek: een SQLite-bestand, of een postgres://-URL",
  },
}

/** The option that names a moment. */
export const atOption: Option = {
  name: "at",
  value: "MOMENT",
  about: {
    en: "plan:2026/1, position:123 or time:2026-06-30T12:00:00Z (default: now)",
    nl: "plan:2026/1, position:123 of time:2026-06-30T12:00:00Z (standaard: nu)",
  },
}

/** The option that names a branch. */
export const branchOption: Option = {
  name: "branch",
  value: "NAME",
  about: {
    en: "work on a branch: a draft on top of the journal",
    nl: "werk op een variant: een ontwerp bovenop het journaal",
  },
}

/** The option that chooses an output format. */
export const formatOption = (choices: ReadonlyArray<string>): Option => ({
  name: "format",
  value: "FORMAT",
  choices,
  about: {
    en: `how to print it: ${choices.join(", ")} (default: text)`,
    nl: `hoe het af te drukken: ${choices.join(", ")} (standaard: text)`,
  },
})
