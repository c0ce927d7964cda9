/** The statements in their official layout, and the explanation of the chosen cell. */
import { Address, type FormId, formIds, Ledger, Statement, titles } from "@grootboek/core"
import { ShownStatement } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { useEffect, useMemo, useRef } from "preact/hooks"
import * as Blame from "../model/Blame.ts"
import * as FigureColumn from "../model/FigureColumn.ts"
import { AccountsAside, AccountsYear } from "../part/AccountsYear.tsx"
import * as Reveal from "../part/Reveal.ts"
import { SaveButtons } from "../part/SaveButtons.tsx"
import { useShared } from "../part/Shared.tsx"
import type { TableContent } from "../part/TableContent.ts"
import type { Say } from "../words/Bilingual.ts"
import * as FigureHead from "../words/FigureHead.ts"
import * as FormName from "../words/FormName.ts"
import * as RowHeads from "../words/RowHeads.ts"
import { words } from "../words/Words.ts"
import { ExplainPanel } from "./ExplainPanel.tsx"
import { StatementTable } from "./StatementTable.tsx"

export const StatementsView = () => {
  const { ledger, language, say, route, go, position } = useShared()
  const form = Result.getOrElse(Ledger.formOf(route.form ?? "M2"), (): FormId => "M2")
  // The forms of the accounts are offered once a realisation is recorded.
  const realised = ledger.columns.places.some(({ phase }) => phase === "actual")
  const offered = formIds.filter((id) => realised || id === form || !ShownStatement.isOfAccounts(id))
  const at = position
  const isOfAccounts = ShownStatement.isOfAccounts(form)
  const year = isOfAccounts && route.year !== undefined ? Number(route.year) : undefined
  const statement = useMemo(() => ShownStatement.of(ledger, form, { at, year }), [ledger, form, at, year])
  const caption = Result.isFailure(statement)
    ? ""
    : `${FormName.heading(form, language)} · ${statement.success.entity} · ${say(words.moment.version)(statement.success.at.plan)}`
  const blamed = route.blame === "1"
  const blame = useMemo(
    () => (blamed ? Blame.rows(ledger, form, { position, years: spanOf(statement) }) : undefined),
    [ledger, form, position, blamed, statement],
  )
  const source = Result.isFailure(statement)
    ? undefined
    : FigureColumn.source(statement.success, route.column)
  const bar = useRef<HTMLFieldSetElement>(null)
  useEffect(() => Reveal.pressed(bar.current), [form])
  const keptYear = (id: FormId): string =>
    isOfAccounts && ShownStatement.isOfAccounts(id) ? (route.year ?? "") : ""
  return (
    <div class={route.row === undefined ? "statements" : "statements explaining"}>
      <section class="sheet" aria-labelledby="form-title">
        <div class="bar noprint">
          <fieldset class="forms" ref={bar}>
            <legend class="unseen">{say(words.statement.form)}</legend>
            {offered.map((id) => (
              <button
                key={id}
                type="button"
                title={titles(language)[id]}
                aria-pressed={id === form}
                onClick={() => go({ form: id, row: "", year: keptYear(id) })}
              >
                {FormName.of(id, say)}
              </button>
            ))}
          </fieldset>
          {Result.isFailure(statement) ? undefined : <AccountsYear statement={statement.success} />}
          <label class="check">
            <input
              type="checkbox"
              checked={blamed}
              onChange={(event) => go({ blame: event.currentTarget.checked ? "1" : "" })}
            />{" "}
            {say(words.statement.showBlame)}
          </label>
        </div>
        {Result.isFailure(statement) ? (
          <p>{say(words.statement.nothing)}</p>
        ) : (
          <>
            <h2 id="form-title">
              {FormName.isCoded(form) ? <span class="code">{form}</span> : ""} {titles(language)[form]}
            </h2>
            <p class="aside">
              {statement.success.entity} · {say(words.moment.version)(statement.success.at.plan)} ·{" "}
              {say(words.statement.euro)}
              <span class="hint noprint"> · {say(words.statement.hint)}</span>
            </p>
            <AccountsAside statement={statement.success} />
            <SaveButtons
              name={FormName.of(form, say)}
              title={caption}
              content={() => contentOf(caption, statement.success, say)}
            >
              <StatementTable
                key={form}
                statement={statement.success}
                blame={blame}
                caption={caption}
                selected={
                  route.row === undefined
                    ? undefined
                    : { row: route.row, year: Number(route.year), plan: source?.plan }
                }
                select={(row, column) =>
                  go({
                    ...{ form, row: Address.format(row), year: String(column.year) },
                    column: column.plan?.name ?? "",
                  })
                }
              />
            </SaveButtons>
            <p class="aside noprint">{say(words.statement.reading)}</p>
          </>
        )}
      </section>
      {route.row === undefined ? undefined : (
        <ExplainPanel
          form={source?.form ?? form}
          row={route.row}
          year={Number(route.year)}
          at={source?.at ?? at}
          plan={source?.plan}
          leave={() => go({ row: "", year: keptYear(form) })}
        />
      )}
    </div>
  )
}

const spanOf = (statement: Result.Result<Statement.Statement, unknown>) => {
  const year = Result.isFailure(statement) ? undefined : statement.success.accounts?.year
  return year === undefined ? undefined : { first: year, last: year }
}

/** The printed rows with the columns of the CSV of the command line, which `reconcile` reads. */
const contentOf = (title: string, statement: Statement.Statement, say: Say): TableContent => {
  const columns = FigureColumn.of(statement)
  return {
    title,
    head: [...RowHeads.of(say), ...columns.map((column) => FigureHead.of(column, say))],
    keys: [...RowHeads.keys, ...columns.map(FigureColumn.keyOf)],
    rows: statement.rows.flatMap(({ section, code, label, hidden }, index) =>
      hidden
        ? []
        : [
            [
              section,
              code,
              label,
              ...columns.map(({ cellOf }) => {
                const printed = cellOf(index)?.printed
                return printed === undefined ? "" : { number: Statement.figure(statement, printed) }
              }),
            ],
          ],
    ),
  }
}
