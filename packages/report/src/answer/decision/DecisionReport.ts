/** The decision file: one sheet with who decided, why, the effect, the changes by reason, and the norms before and after. */
import type { Document } from "@grootboek/cells"
import { Money, type Plan } from "@grootboek/core"
import { DecisionFile, DecisionSheet, type Norm } from "@grootboek/core/answer"
import type { Table, TableReport } from "../../paint/Table.ts"
import * as DecisionText from "../../words/DecisionText.ts"
import * as EventName from "../../words/EventName.ts"
import type { Language } from "../../words/Language.ts"
import * as NormText from "../../words/NormText.ts"
import * as ReasonText from "../../words/ReasonText.ts"
import * as Words from "../../words/Words.ts"
import * as DocumentTables from "../policy/DocumentTables.ts"

/** What a decision file is printed with. */
export interface DecisionOptions {
  readonly language: Language
  readonly plan: Plan.Plan
  /** The hash of the last entry of the decision, where the caller has the journal. */
  readonly head?: string | undefined
  /** The last entry of the journal, where the changes are supposed: what follows from them is not in the journal. */
  readonly after?: number | undefined
}

export const of = (file: DecisionFile.DecisionFile, options: DecisionOptions): TableReport => {
  const { language } = options
  const texts = DecisionText.of(language)
  return {
    title: `${texts.title} ${file.plan} – ${file.entity}`,
    sentences: sentences(file, options),
    tables: [effects(file, language), ...changes(file, options), norms(file, language)],
  }
}

/** Returns the decision file as a document of one sheet, to edit in a word processor. */
export const document = (file: DecisionFile.DecisionFile, options: DecisionOptions): Document.Document => {
  const { title, sentences, tables } = of(file, options)
  return {
    language: options.language,
    title,
    about: sentences,
    running: title,
    page: DecisionText.of(options.language).page,
    blocks: tables.map(DocumentTables.plain),
  }
}

const sentences = (
  { decision, before, position, unexplained }: DecisionFile.DecisionFile,
  { language, head }: DecisionOptions,
): ReadonlyArray<string> => {
  const texts = DecisionText.of(language)
  const { resolution, motivation } = decision
  const whole = Money.sum(unexplained.map(Money.abs))
  return [
    resolution === undefined
      ? texts.noResolution
      : `${texts.decidedBy}: ${resolution.body}, ${resolution.date}${resolution.reference === undefined ? "" : ` (${resolution.reference})`}`,
    `${texts.motivation}: ${motivation ?? texts.none}`,
    before === undefined ? texts.first : `${texts.comparedWith} ${before}.`,
    ...(before === undefined ? [] : [`${texts.unexplained}: ${Money.print(whole, "be")}`]),
    `${texts.lastEntry} ${position}${head === undefined ? "" : `, ${Words.of(language).head} ${head}`}`,
  ]
}

/** Returns the table of rows of M2 before and after. */
export const effects = (
  { years, effects }: Pick<DecisionFile.DecisionFile, "years" | "effects">,
  language: Language,
): Table => {
  const texts = DecisionText.of(language)
  return {
    title: texts.effect,
    head: ["M2", "", ...years.map(String)],
    rows: effects.flatMap(({ code, label, old, new: now }) => {
      const name = `${code} ${label}`
      if (old === undefined) return [[name, texts.new, ...now]]
      return [
        [name, texts.old, ...old],
        ["", texts.new, ...now],
        ["", "Δ", ...now.map((amount, at) => Money.subtract(amount, old[at] ?? Money.zero))],
      ]
    }),
  }
}

export const changes = (file: DecisionFile.DecisionFile, options: DecisionOptions): ReadonlyArray<Table> => {
  if (file.before === undefined) return []
  const texts = DecisionText.of(options.language)
  const parts = [
    [texts.changes, "reason"],
    [texts.followed, "rule"],
    [texts.earlier, "earlier"],
  ] as const
  return parts.flatMap(([title, origin]) => {
    const largest = DecisionSheet.largest(file, origin)
    return largest.groups.length === 0 ? [] : [table(title, largest, { file, ...options })]
  })
}

const table = (
  title: string,
  { groups, others }: DecisionSheet.LargestGroups,
  { file, language, plan, after }: DecisionOptions & { readonly file: DecisionFile.DecisionFile },
): Table => {
  const texts = DecisionText.of(language)
  return {
    title,
    head: [texts.reason, texts.actions, texts.receipts, texts.expenditure, ...file.years.map(String)],
    rows: [
      ...groups.map((group) => [
        nameOf(group, { language, after }),
        actionsOf(group, plan),
        group.receipts,
        group.expenditure,
        ...group.effects,
      ]),
      ...(others === undefined
        ? []
        : [
            [
              DecisionText.others(others.count, language),
              "",
              others.receipts,
              others.expenditure,
              ...others.effects,
            ],
          ]),
    ],
  }
}

const nameOf = (
  group: DecisionFile.ChangeGroup,
  { language, after = group.entry }: Pick<DecisionOptions, "language" | "after">,
): string => {
  const { entry, unexplained } = Words.of(language)
  if (DecisionFile.isUnexplained(group)) return unexplained
  if (group.reason !== undefined) return ReasonText.format(group.reason, language)
  const name = EventName.of(group.event, language)
  return group.entry > after ? name : `${name} (${entry} ${group.entry})`
}

const actionsOf = ({ actions }: DecisionFile.ChangeGroup, { structure }: Plan.Plan): string => {
  const named = actions.slice(0, 3).map((code) => {
    const name = structure.goals.get(code)?.name
    return name === undefined ? code : `${code} ${name}`
  })
  return actions.length <= 3 ? named.join(", ") : `${named.join(", ")} +${actions.length - 3}`
}

export const norms = (file: DecisionFile.DecisionFile, language: Language): Table => {
  const texts = DecisionText.of(language)
  return {
    title: texts.norms,
    head: [texts.norm, texts.year, texts.level, texts.before, texts.after, texts.verdict],
    rows: DecisionSheet.shownNorms(file).map(({ before, after }) => [
      NormText.about(after, language),
      NormText.years(after),
      NormText.levelOf(after, language),
      before?.amount ?? "",
      after.amount,
      verdict(before, after, language),
    ]),
  }
}

const verdict = (before: Norm.NormCheck | undefined, after: Norm.NormCheck, language: Language): string => {
  const [was, is] = [before ?? after, after].map((check) => NormText.verdict(check, language))
  return before === undefined || was === is || before.holds === after.holds ? (is ?? "") : `${was} → ${is}`
}
