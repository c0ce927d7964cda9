/** The decision file: one sheet with who decided, why, the effect, the changes by reason, and the norms before and after. */
import type { Document } from "@grootboek/cells"
import { Money, type Plan } from "@grootboek/core"
import { DecisionFile, type Norm } from "@grootboek/core/answer"
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
}

/** The groups that fit on one sheet; the smaller ones are added up. */
const most = 14

/** Returns the decision file as sentences and tables. */
export const of = (file: DecisionFile.DecisionFile, options: DecisionOptions): TableReport => {
  const { language } = options
  const said = DecisionText.of(language)
  return {
    title: `${said.title} ${file.plan} – ${file.entity}`,
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
  const said = DecisionText.of(language)
  const { resolution, motivation } = decision
  const whole = Money.sum(unexplained.map(Money.abs))
  return [
    resolution === undefined
      ? said.noResolution
      : `${said.decidedBy}: ${resolution.body}, ${resolution.date}${resolution.reference === undefined ? "" : ` (${resolution.reference})`}`,
    `${said.motivation}: ${motivation ?? said.none}`,
    before === undefined ? said.first : `${said.comparedWith} ${before}.`,
    ...(before === undefined ? [] : [`${said.unexplained}: ${Money.print(whole, "be")}`]),
    `${said.lastEntry} ${position}${head === undefined ? "" : `, ${Words.of(language).head} ${head}`}`,
  ]
}

const effects = ({ years, effects }: DecisionFile.DecisionFile, language: Language): Table => {
  const said = DecisionText.of(language)
  return {
    title: said.effect,
    head: ["M2", "", ...years.map(String)],
    rows: effects.flatMap(({ code, label, old, new: now }) => {
      const name = `${code} ${label}`
      if (old === undefined) return [[name, said.new, ...now]]
      return [
        [name, said.old, ...old],
        ["", said.new, ...now],
        ["", "Δ", ...now.map((amount, at) => Money.subtract(amount, old[at] ?? Money.zero))],
      ]
    }),
  }
}

const changes = (file: DecisionFile.DecisionFile, options: DecisionOptions): ReadonlyArray<Table> => {
  if (file.before === undefined) return []
  const said = DecisionText.of(options.language)
  const parts = [
    [said.changes, file.changes.filter(({ origin }) => origin === "reason")],
    [said.followed, file.changes.filter(({ origin }) => origin === "rule")],
    [said.earlier, file.changes.filter(({ origin }) => origin === "earlier")],
  ] as const
  return parts.flatMap(([title, groups]) =>
    groups.length === 0 ? [] : [table(title, groups, { file, ...options })],
  )
}

const table = (
  title: string,
  groups: ReadonlyArray<DecisionFile.ChangeGroup>,
  { file, language, plan }: DecisionOptions & { readonly file: DecisionFile.DecisionFile },
): Table => {
  const said = DecisionText.of(language)
  const size = ({ receipts, expenditure }: DecisionFile.ChangeGroup): bigint =>
    Money.add(Money.abs(receipts), Money.abs(expenditure))
  const sorted = groups.length <= most ? groups : groups.toSorted((a, b) => (size(b) > size(a) ? 1 : -1))
  const rest = sorted.slice(most)
  const sum = (read: (group: DecisionFile.ChangeGroup) => Money.Money) => Money.sum(rest.map(read))
  return {
    title,
    head: ["", said.actions, said.receipts, said.expenditure, ...file.years.map(String)],
    rows: [
      ...sorted
        .slice(0, most)
        .map((group) => [
          nameOf(group, language),
          actionsOf(group, plan),
          group.receipts,
          group.expenditure,
          ...group.effects,
        ]),
      ...(rest.length === 0
        ? []
        : [
            [
              DecisionText.others(rest.length, language),
              "",
              sum(({ receipts }) => receipts),
              sum(({ expenditure }) => expenditure),
              ...file.years.map((_, at) => sum(({ effects }) => effects[at] ?? Money.zero)),
            ],
          ]),
    ],
  }
}

const nameOf = (group: DecisionFile.ChangeGroup, language: Language): string => {
  const { entry } = Words.of(language)
  if (DecisionFile.isUnexplained(group)) return Words.of(language).unexplained
  return group.reason === undefined
    ? `${EventName.of(group.event, language)} (${entry} ${group.entry})`
    : ReasonText.format(group.reason, language)
}

const actionsOf = ({ actions }: DecisionFile.ChangeGroup, { structure }: Plan.Plan): string => {
  const named = actions.slice(0, 3).map((code) => {
    const name = structure.goals.get(code)?.name
    return name === undefined ? code : `${code} ${name}`
  })
  return actions.length <= 3 ? named.join(", ") : `${named.join(", ")} +${actions.length - 3}`
}

const norms = ({ norms, years }: DecisionFile.DecisionFile, language: Language): Table => {
  const said = DecisionText.of(language)
  const key = ({ norm, year, action, goals = [] }: Norm.NormCheck) =>
    [norm, year, action ?? "", ...goals].join("\u001f")
  const before = new Map(norms.before.map((check) => [key(check), check]))
  const shown = norms.after.filter(
    (check) => !check.holds || before.get(key(check))?.holds === false || check.year === years.at(-1),
  )
  return {
    title: said.norms,
    head: [said.norm, said.year, said.level, said.before, said.after, ""],
    rows: shown.map((check) => [
      NormText.name(check.norm, language),
      `${check.year}`,
      NormText.level(check.level, language),
      before.get(key(check))?.amount ?? "",
      check.amount,
      verdict(before.get(key(check)), check, language),
    ]),
  }
}

const verdict = (before: Norm.NormCheck | undefined, after: Norm.NormCheck, language: Language): string => {
  const words = Words.of(language)
  const said = ({ holds }: Norm.NormCheck) => (holds ? words.met : words.missed)
  return before === undefined || before.holds === after.holds
    ? said(after)
    : `${said(before)} → ${said(after)}`
}
