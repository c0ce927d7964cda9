/**
 * The error gallery of core: every refusal, damage, finding and store error, with an input that causes it and its
 * message. A name without an exhibit does not compile.
 */
import type { Finding, JournalStore, Refusal, Replay } from "@grootboek/core"
import {
  type Audience,
  DamageText,
  FindingText,
  type Language,
  RefusalText,
  StoreText,
} from "@grootboek/report"
import { damages, findings, stores } from "./JournalExhibits.ts"
import { refusals } from "./RefusalExhibits.ts"
import { problems } from "./StoreExhibits.ts"

/** One row: the name, its cause, and the message in each language, for a program and on the command line. */
export interface Row {
  readonly name: string
  readonly cause: string
  readonly said: Readonly<Record<Audience, Readonly<Record<Language, string>>>>
}

/** The rows of a kind of exhibits. */
const rows = <Facts>(
  exhibits: Readonly<Record<string, readonly [cause: string, facts: Facts]>>,
  message: (facts: Facts, language: Language, audience: Audience) => string,
): ReadonlyArray<Row> =>
  Object.entries(exhibits).map(([name, [cause, facts]]) => {
    const both = (audience: Audience) => ({
      en: message(facts, "en", audience),
      nl: message(facts, "nl", audience),
    })
    return { name, cause, said: { library: both("library"), command: both("command") } }
  })

/** The whole gallery, by chapter. */
export const chapters: ReadonlyArray<{ readonly title: string; readonly rows: ReadonlyArray<Row> }> = [
  {
    title: "Refusals: rejected requests",
    rows: rows<Refusal.Facts>(refusals, RefusalText.message),
  },
  {
    title: "Damage: a journal that cannot be replayed",
    rows: rows<Replay.ReplayError>(damages, DamageText.message),
  },
  {
    title: "Findings: what `verify` and `restore` report",
    rows: rows<Finding.Finding>(findings, FindingText.message),
  },
  {
    title: "Store errors: rejected or failed writes",
    rows: rows<JournalStore.StoreError>(stores, StoreText.message),
  },
  {
    title: "Store problems: a file, a disk or a server that failed",
    rows: rows<JournalStore.StoreError>(problems, StoreText.message),
  },
]

/** The marks around this part of the gallery in its file. */
export const marks = { begin: "<!-- core: begin -->", end: "<!-- core: end -->" }

/** This part of the gallery as Markdown. */
export const markdown = (): string =>
  chapters
    .flatMap(({ title, rows }) => [
      `### ${title}`,
      "",
      "| name | caused by | English | Dutch |",
      "|---|---|---|---|",
      ...rows.map(
        ({ name, cause, said }) =>
          `| \`${name}\` | ${cell(cause)} | ${twice(said, "en")} | ${twice(said, "nl")} |`,
      ),
      "",
    ])
    .join("\n")

const twice = ({ library, command }: Row["said"], language: Language): string =>
  library[language] === command[language]
    ? cell(library[language])
    : `${cell(library[language])}<br>${heading[language]}: ${cell(command[language])}`

const heading: Readonly<Record<Language, string>> = {
  en: "On the command line",
  nl: "Op de opdrachtregel",
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("<", "&lt;")
