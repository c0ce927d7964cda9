/** The cells that changed between two moments with their causes, and a waterfall chart of one of them. */
import { Address, Diff, type FormId, formIds, Ledger, planForms } from "@grootboek/core"
import * as Result from "effect/Result"
import { useMemo, useState } from "preact/hooks"
import * as FormComparison from "../model/FormComparison.ts"
import { Decided } from "../part/Decided.tsx"
import { usePrinting } from "../part/Printing.ts"
import { useShared } from "../part/Shared.tsx"
import { Waterfall } from "../part/Waterfall.tsx"
import * as Figures from "../words/Figures.ts"
import * as FormName from "../words/FormName.ts"
import { words } from "../words/Words.ts"
import { ChangesControls } from "./ChangesControls.tsx"
import { ChangesTable } from "./ChangesTable.tsx"
import { CompareView } from "./CompareView.tsx"

/** The number of cells shown at first, and added by "show more". */
const page = 100

/** More cells would fill hundreds of sheets of paper. */
const longestPrinted = 2_000

export const ChangesView = () => {
  const { ledger, terms, language, say, route, go, position } = useShared()
  const versions = Ledger.planAt(ledger)?.versions ?? []
  const moments = [
    ...versions.map(({ label }) => `decision:${label}`),
    ...versions.map(({ label }) => `plan:${label}`),
    `position:${position}`,
  ]
  const from = route.from ?? moments[Math.max(0, versions.length - 2)] ?? ""
  const to = route.to ?? moments[Math.max(0, versions.length - 1)] ?? ""
  const form =
    route.form === "all" ? "all" : Result.getOrElse(Ledger.formOf(route.form ?? "M2"), (): FormId => "M2")
  const { reason = "", find: search = "", sort = "order" } = route
  const isDecided = [from, to].every((moment) => moment.startsWith("decision:"))
  // A list can be searched and ordered, which the rows of a form cannot.
  const isList = form === "all" || route.as === "list" || reason + search !== "" || sort !== "order"
  const [limit, setLimit] = useState(page)

  const difference = useMemo(
    () =>
      Result.gen(function* () {
        const interval = { from: yield* Ledger.moment(ledger, from), to: yield* Ledger.moment(ledger, to) }
        return yield* Diff.between(ledger, {
          ...interval,
          forms: form === "all" ? (isDecided ? planForms : formIds) : [form],
        })
      }),
    [ledger, from, to, form, isDecided],
  )
  const isPrinting = usePrinting()
  const cells = Result.isSuccess(difference) ? difference.success.cells : []
  const kinds = [...new Set(cells.flatMap(kindsOf))]
  const wanted = search.toLowerCase()
  const found = cells.filter(
    (cell) =>
      (reason === "" || kindsOf(cell).some((kind) => kind === reason)) &&
      (wanted === "" ||
        [cell.section, cell.code, cell.label, ...cell.causes.map(({ text }) => text ?? "")].some((text) =>
          text.toLowerCase().includes(wanted),
        )),
  )
  const sorted = sort === "order" ? found : found.toSorted((a, b) => (size(b) > size(a) ? 1 : -1))
  const shown = sorted.slice(0, isPrinting ? longestPrinted : limit)
  const chosen =
    cells.find((cell) => Address.format(cell) === route.row && String(cell.year) === route.year) ?? sorted[0]
  const nameOfMoment = (moment: string) =>
    moment.startsWith("decision:")
      ? say(words.decision.version)(moment.slice("decision:".length))
      : moment.startsWith("plan:")
        ? say(words.moment.version)(moment.slice("plan:".length))
        : say(words.changes.chosen)(Figures.count(position))

  const entity = Ledger.planAt(ledger)?.entity.name ?? ""
  const caption = [
    form === "all" ? say(words.changes.all) : FormName.heading(form, language),
    entity,
    `${nameOfMoment(from)} → ${nameOfMoment(to)}`,
    ...kinds.filter((kind) => kind === reason).map((kind) => say(words.reasons[kind])),
    ...(search === "" ? [] : [`"${search}"`]),
    ...(sort === "size" ? [say(words.changes.size)] : []),
  ].join(" · ")

  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">{say(words.changes.title)}</h2>
      <ChangesControls
        moments={moments.map((moment) => [moment, nameOfMoment(moment)])}
        from={from}
        to={to}
        nameOf={nameOfMoment}
        form={form}
        isList={isList}
        isDecided={isDecided}
        kinds={kinds}
      />
      {versions.length < 2 && from === to ? <p class="note">{say(words.changes.one)}</p> : undefined}
      {Result.isFailure(difference) ? <p class="note">{say(words.moment.unknown)}</p> : undefined}
      {cells.length === 0 ? (
        <p>{say(terms.length === 0 ? words.changes.none : words.changes.noneKept)}</p>
      ) : !isList && Result.isSuccess(difference) ? (
        <CompareView
          form={form}
          difference={difference.success}
          from={nameOfMoment(from)}
          to={nameOfMoment(to)}
        />
      ) : (
        <>
          {chosen === undefined ? <p>{say(words.changes.pick)}</p> : <Waterfall cell={chosen} />}
          <p class="aside" aria-live="polite">
            {say(words.changes.count)(Figures.count(found.length), Figures.count(cells.length))}
            {shown.length === found.length
              ? undefined
              : ` · ${say(words.changes.shown)(Figures.count(shown.length))}`}
          </p>
          <Decided
            entries={found
              .flatMap(({ causes }) => causes.map(({ entry }) => entry))
              .filter((entry) => entry > 0)}
          />
          <ChangesTable
            cells={shown}
            all={sorted}
            caption={caption}
            chosen={chosen}
            choose={(cell) =>
              go({
                row: Address.format(cell),
                year: String(cell.year),
                form: form === "all" ? "all" : cell.form,
              })
            }
          />
          {limit < sorted.length ? (
            <button type="button" onClick={() => setLimit(limit + page)}>
              {say(words.changes.more)}
            </button>
          ) : undefined}
        </>
      )}
    </section>
  )
}

const kindsOf = (cell: Diff.ChangedCell): ReadonlyArray<Diff.CauseKind> =>
  FormComparison.causesOf(cell).map(({ kind }) => kind)

const size = ({ delta }: Diff.ChangedCell): bigint => (delta < 0n ? -delta : delta)
