/** Files of the audit pack about decisions: a sheet of each, and the changes between each and the next. */
import { Diff, type FormId, formIds, Ledger, type Plan, planForms } from "@grootboek/core"
import { DecisionFile } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import * as Csv from "../answer/Csv.ts"
import * as DecisionReport from "../answer/decision/DecisionReport.ts"
import { most } from "../answer/difference/ChangesDocument.ts"
import * as Html from "../answer/Html.ts"
import * as Json from "../answer/Json.ts"
import * as Markdown from "../answer/Markdown.ts"
import * as Text from "../answer/Text.ts"
import { type NamedText, once, slug, written } from "../paint/NamedText.ts"
import * as Table from "../paint/Table.ts"
import type { NamedDocument } from "./NamedDocument.ts"
import type { PackLanguage } from "./StatementFiles.ts"

/** The width of a text of changes, in characters: fits a sheet of A4. */
const sheetWidth = 96

/**
 * Returns the changes between each decision on the plan and the next, up to the moment of the pack, in the forms of the
 * plan. What was realised or posted after a decision is not a change of it.
 */
export const changes = (
  ledger: Ledger.Ledger,
  position: number,
  { language, csv = "be", only = formIds }: PackLanguage & { readonly only?: ReadonlyArray<FormId> },
): ReadonlyArray<NamedText> => {
  const forms = planForms.filter((form) => only.includes(form))
  const versions = Ledger.planAt(ledger, position)?.versions ?? []
  return versions.slice(1).flatMap((version, turn) => {
    const before = versions[turn]
    const named = { from: `decision:${before?.label}`, to: `decision:${version.label}` }
    // The moments are decisions of this ledger, so this cannot fail.
    const changed = once(() =>
      Result.getOrThrow(
        Result.gen(function* () {
          const from = yield* Ledger.moment(ledger, named.from)
          const to = Math.min(yield* Ledger.moment(ledger, named.to), position)
          // Only the largest causes are kept: a large adjustment has hundreds in thousands of cells.
          return Diff.shorten(yield* Diff.between(ledger, { from, to, forms, named }), most)
        }),
      ),
    )
    const name = `changes/${turn + 1}_${slug(before?.label ?? "")}_${slug(version.label)}`
    return [
      written(`${name}.txt`, () => Text.difference(changed(), { language, width: sheetWidth })),
      written(`${name}.md`, () => Markdown.difference(changed(), language)),
      written(`${name}.csv`, () => Csv.difference(changed(), language, csv)),
      written(`${name}.json`, () => Json.printLines(Json.changes(changed()))),
      written(`${name}.html`, () => Html.difference(changed(), language)),
    ]
  })
}

/** The language of a pack, and the hash of each entry. */
export type DecisionPack = Pick<PackLanguage, "language"> & {
  readonly headAt?: ((position: number) => string | undefined) | undefined
}

/** Returns a file of one sheet for each decision on the plan, up to the moment of the pack. */
export const sheets = (
  ledger: Ledger.Ledger,
  position: number,
  options: DecisionPack,
): ReadonlyArray<NamedText> =>
  decided(ledger, position, options).flatMap(({ name, file }) => {
    const { language } = options
    const report = once(() => DecisionReport.of(...file()))
    return [
      written(`${name}.html`, () => Table.sheet(report(), language)),
      written(`${name}.md`, () => Table.markdown(report())),
      written(`${name}.txt`, () => Table.text(report())),
    ]
  })

/** Returns the sheets as office documents. */
export const documents = (
  ledger: Ledger.Ledger,
  position: number,
  options: DecisionPack,
): ReadonlyArray<NamedDocument> =>
  decided(ledger, position, options).map(({ name, file }) => ({
    path: `${name}.docx`,
    make: () => DecisionReport.document(...file()),
  }))

/** A decision: the path of its files, and what it is printed from. */
interface Decided {
  readonly name: string
  readonly file: () => Parameters<typeof DecisionReport.of>
}

const decided = (
  ledger: Ledger.Ledger,
  position: number,
  { language, headAt }: DecisionPack,
): ReadonlyArray<Decided> =>
  (Ledger.planAt(ledger, position)?.versions ?? []).map(({ label }, turn) => ({
    name: `decisions/${turn}_${slug(label)}`,
    file: () => {
      // The version is one of this ledger, so this cannot fail.
      const file = Result.getOrThrow(DecisionFile.of(ledger, label))
      const plan = Ledger.planAt(ledger, file.position) as Plan.Plan
      return [file, { language, plan, head: headAt?.(file.position) }]
    },
  }))
