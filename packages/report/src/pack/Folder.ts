/**
 * The audit pack: every file that `grootboek report` writes, made from a ledger.
 *
 * The caller adds the journal, the interactive page and its other files as `more`; the table of contents lists them too.
 */
import { type FormId, formIds, Ledger, type Refusal, type Statement } from "@grootboek/core"
import { Norm, ShownStatement } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import * as Json from "../answer/Json.ts"
import * as StatementBook from "../answer/statement/StatementBook.ts"
import * as Text from "../answer/Text.ts"
import * as Clean from "../paint/Clean.ts"
import { type NamedText, written } from "../paint/NamedText.ts"
import * as VerifiedJournal from "../view/VerifiedJournal.ts"
import type { Language } from "../words/Language.ts"
import * as PackText from "../words/PackText.ts"
import * as VerdictText from "../words/VerdictText.ts"
import * as Words from "../words/Words.ts"
import * as DecisionFiles from "./DecisionFiles.ts"
import type { NamedBook } from "./NamedBook.ts"
import type { NamedDocument } from "./NamedDocument.ts"
import * as PlanFiles from "./PlanFiles.ts"
import * as StatementFiles from "./StatementFiles.ts"

export interface PackOptions extends StatementFiles.PackLanguage {
  /** The position of statements and explanations; the end of the journal when none is given. */
  readonly at?: number | undefined
  /** The forms to print; all of them when none are given. */
  readonly only?: ReadonlyArray<FormId>
  /** The hash of an entry, for the decision files. */
  readonly headAt?: ((position: number) => string | undefined) | undefined
  readonly verification?: VerifiedJournal.VerifiedJournal
  /** The workbooks that the caller writes beside the texts, for the table of contents. */
  readonly books?: ReadonlyArray<NamedBook>
  /** The office documents that the caller writes, for the table of contents. */
  readonly documents?: ReadonlyArray<NamedDocument>
  /** Files of the caller: the journal as NDJSON, the interactive page. */
  readonly more?: ReadonlyArray<NamedText>
}

/** Returns every file of the pack, or why there is none. Each text is computed on first use. */
export const of = (
  ledger: Ledger.Ledger,
  options: PackOptions,
): Result.Result<ReadonlyArray<NamedText>, Refusal.Refusal> =>
  Result.gen(function* () {
    const at = yield* Ledger.checkPosition(ledger, options.at)
    const filled = yield* filledOf(ledger, at, options.only)
    const norms = yield* Norm.checks(ledger, { at })
    const files = [
      ...StatementFiles.statements(filled, options),
      ...DecisionFiles.sheets(ledger, at, options),
      ...DecisionFiles.changes(ledger, at, options),
      ...StatementFiles.explanations(ledger, filled, options),
      ...StatementFiles.conditional(ledger, filled, options),
      ...PlanFiles.overviews(ledger, at, options),
      ...PlanFiles.followUps(ledger, at, options),
      ...PlanFiles.actions(ledger, at, options),
      ...checks(norms, options),
      ...(options.more ?? []),
    ]
    return [
      contents([...files, ...(options.books ?? []), ...(options.documents ?? [])], filled, options),
      ...files,
    ]
  })

/** Returns the path of the page of each action in the pack, by its code. */
export const actionPages = PlanFiles.actionPages

/** Returns every workbook of the pack, or why there is none. */
export const books = (
  ledger: Ledger.Ledger,
  options: Pick<PackOptions, "language" | "at" | "only">,
): Result.Result<ReadonlyArray<NamedBook>, Refusal.Refusal> =>
  Result.gen(function* () {
    const { language, only } = options
    const at = yield* Ledger.checkPosition(ledger, options.at)
    const filled = yield* filledOf(ledger, at, only)
    return [
      { path: "statements.xlsx", make: () => StatementBook.statements(filled, language) },
      ...PlanFiles.books(ledger, at, { language }),
    ]
  })

/** Returns every office document of the pack, or why there is none: a sheet for each decision. */
export const documents = (
  ledger: Ledger.Ledger,
  options: Pick<PackOptions, "language" | "at" | "headAt">,
): Result.Result<ReadonlyArray<NamedDocument>, Refusal.Refusal> =>
  Result.map(Ledger.checkPosition(ledger, options.at), (at) => DecisionFiles.documents(ledger, at, options))

const filledOf = (ledger: Ledger.Ledger, at: number, only: ReadonlyArray<FormId> = formIds) =>
  Result.all(only.map((form) => ShownStatement.of(ledger, form, { at })))

/** Returns what the verification of this run says of the journal. */
const verdict = (verified: VerifiedJournal.VerifiedJournal, language: Language): string => {
  const found = VerifiedJournal.findings(verified, language)
  const sentence =
    found.length === 0
      ? VerdictText.intact(verified.norms, language)
      : VerdictText.notIntact(found.length, language)
  const count = Words.count(verified.entries, "entry", language)
  return `${sentence} ${count}, ${Words.of(language).head} ${verified.head}.`
}

/** Returns the paths, each group below a line that says what it is. */
const listed = (files: ReadonlyArray<PackFile>, language: Language): ReadonlyArray<string> => {
  let part = ""
  return files
    .toSorted((a, b) => PackText.rank(a.path) - PackText.rank(b.path))
    .flatMap(({ path }) => {
      const about = PackText.about(path, language)
      const isNew = about !== undefined && about.part !== part
      part = about?.part ?? part
      return [...(isNew ? ["", `${about.part}: ${about.text}`] : []), path]
    })
}

const checks = (
  norms: ReadonlyArray<Norm.NormCheck>,
  { language, verification }: PackOptions,
): ReadonlyArray<NamedText> => [
  written("checks/norms.txt", () => Text.norms(norms, { language })),
  written("checks/norms.json", () => Json.print(Json.norms(norms))),
  ...(verification === undefined
    ? []
    : [
        written("checks/verification.txt", () => Text.verification(verification, { language })),
        written("checks/verification.json", () => Json.print(Json.verification(verification, language))),
      ]),
]

type PackFile = Pick<NamedText, "path">

const contents = (
  files: ReadonlyArray<PackFile>,
  [first]: ReadonlyArray<Statement.Statement>,
  { language, verification }: PackOptions,
): NamedText => {
  const words = Words.of(language)
  const where = first === undefined ? "" : `${first.entity}, ${words.plan} ${first.at.plan}`
  return written("README.txt", () =>
    [
      `${Clean.line(where)} (${words.position} ${first?.at.position ?? 0})`,
      "",
      words.footer,
      ...(verification === undefined ? [] : [verdict(verification, language)]),
      ...listed(files, language),
      "",
    ].join("\n"),
  )
}
