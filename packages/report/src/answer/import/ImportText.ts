/** The outcome of an import in a terminal: the detected format of each file, counts, findings and positions. */
import * as Clean from "../../paint/Clean.ts"
import { marks, type TextOptions } from "../../paint/TextOptions.ts"
import * as FileFinding from "../../view/FileFinding.ts"
import { type DraftedImport, type Imported, ok } from "../../view/Imported.ts"
import * as Catalogue from "../../words/Catalogue.ts"
import * as Figure from "../../words/Figure.ts"
import * as Words from "../../words/Words.ts"
import * as ClosedYearText from "./ClosedYearText.ts"
import * as RevisionText from "./RevisionText.ts"

export const imported = (outcome: Imported, options: TextOptions): string => {
  const words = Words.of(options.language)
  const { good, bad, faint } = marks(options)
  const { files, counts, findings, more, revision, dryRun, written, drafted } = outcome
  const notes = outcome.notesPerCause ?? outcome.notes
  const [first, last] = [written[0], written.at(-1)]
  const mark = ok(outcome) ? good : bad
  return [
    ...files.flatMap(({ file, rows, detected }) => [
      `${Clean.line(file)}: ${Words.count(rows, "row", options.language)}`,
      ...Object.entries(detected).map(([name, value]) =>
        faint(
          `  ${Clean.line(totalOf(name, words.debt))}: ${Clean.line(isTotal(value) ? Figure.ofText(value) : value)}`,
        ),
      ),
    ]),
    ...(revision === undefined ? [] : RevisionText.format(revision, options)),
    ...FileFinding.byCause(findings.filter(({ closed }) => closed === undefined)).map((cause) =>
      bad(Clean.line(findingOf(cause, options))),
    ),
    ...ClosedYearText.format(findings, options),
    ...(more === undefined ? [] : [bad(moreFindings(more.count, options))]),
    ...notes.map((note) => `${words.attention}: ${Clean.line(note)}`),
    mark(
      (["accepted", "known", "conflicting", "rejected"] as const)
        .map((outcome) => `${counts[outcome]} ${words[outcome]}`)
        .join(" · "),
    ),
    ...(dryRun
      ? [words.dryRun]
      : drafted !== undefined && drafted.proposals > 0
        ? [draftedText(drafted, options)]
        : first === undefined
          ? [words.nothingWritten]
          : [
              `${words.written}: ${first === last ? words.entry : words.entries} ${first === last ? first : `${first}-${last}`}`,
            ]),
    "",
  ].join("\n")
}

const draftedText = (
  { branch, proposals }: DraftedImport,
  { language, audience = "library" }: TextOptions,
): string =>
  Catalogue.format(
    {
      en: `Branch ${branch}: ${Words.count(proposals, "proposal", "en")} added. The journal is unchanged.`,
      nl: `Variant ${branch}: ${Words.count(proposals, "proposal", "nl")} toegevoegd. Het journaal is ongewijzigd.`,
      command: {
        en: `\`grootboek branch diff ${branch}\` shows what the branch changes, and \`grootboek branch promote ${branch}\` records it.`,
        nl: `\`grootboek branch diff ${branch}\` toont wat de variant wijzigt, en \`grootboek branch promote ${branch}\` neemt ze op.`,
      },
    },
    { language, audience },
  )

/** Lines that are named beside the first one with the same fault. */
const mostLines = 10

const findingOf = ({ finding, others }: FileFinding.RepeatedFinding, { language }: TextOptions): string => {
  const text = FileFinding.format(finding)
  if (others.length === 0) return text
  const named = others.slice(0, mostLines).join(", ")
  const more = others.length - mostLines
  const rest = more <= 0 ? "" : { en: ` and ${more} more`, nl: ` en nog ${more}` }[language]
  const lines = others.length === 1 ? { en: "line", nl: "regel" } : { en: "lines", nl: "regels" }
  return `${text} (${{ en: "also on", nl: "ook op" }[language]} ${lines[language]} ${named}${rest})`
}

/** Returns the name of a property of a file: that of a total of debts is `debt 2026` in documents. */
const totalOf = (name: string, debt: string): string => name.replace(/^debt (?=\d{4}$)/, `${debt} `)

/** Returns whether a property of a file is a control total: JSON documents hold it as a plain decimal. */
const isTotal = (value: string): boolean => /^-?\d+\.\d{2,6}$/.test(value)

const moreFindings = (count: number, { language, audience = "library" }: TextOptions): string =>
  Catalogue.format(
    {
      en: `… and ${Words.count(count, "finding", "en")} more.`,
      nl: `… en nog ${Words.count(count, "finding", "nl")}.`,
      next: { en: "The document lists them all.", nl: "Het document vermeldt ze alle." },
      command: {
        en: "`--rejects FILE` writes every rejected row with its reason; `--format json` lists them all.",
        nl: "`--rejects BESTAND` schrijft elke geweigerde rij met haar reden; `--format json` vermeldt ze alle.",
      },
    },
    { language, audience },
  )
