/** The statements in their official layout, and the explanation of the chosen cell. */
import { Address, type FormId, formIds, Ledger, Statement, titles } from "@grootboek/core"
import * as Result from "effect/Result"
import { useMemo } from "preact/hooks"
import * as Blame from "../model/Blame.ts"
import { useShared } from "../part/Shared.tsx"
import type { TableContent } from "../part/TableContent.ts"
import { Take } from "../part/Take.tsx"
import { words } from "../words/Words.ts"
import { ExplainPanel } from "./ExplainPanel.tsx"
import { StatementTable } from "./StatementTable.tsx"

export const StatementsView = () => {
  const { ledger, language, say, route, go, position } = useShared()
  const form = Result.getOrElse(Ledger.formOf(route.form ?? "M2"), (): FormId => "M2")
  // The forms of the accounts are offered once a realisation is recorded.
  const realised = ledger.columns.places.some(({ phase }) => phase === "actual")
  const offered = formIds.filter((id) => realised || !id.startsWith("J"))
  const at = position
  const statement = useMemo(() => Ledger.statement(ledger, form, { at }), [ledger, form, at])
  const caption = Result.isFailure(statement)
    ? ""
    : `${form} ${titles(language)[form]} · ${statement.success.entity} · ${say(words.moment.version)(statement.success.at.plan)}`
  const blamed = route.blame === "1"
  const blame = useMemo(
    () => (blamed ? Blame.rows(ledger, form, position) : undefined),
    [ledger, form, position, blamed],
  )
  return (
    <div class={route.row === undefined ? "statements" : "statements explaining"}>
      <section class="sheet" aria-labelledby="form-title">
        <div class="bar noprint">
          <fieldset class="forms">
            <legend class="unseen">{say(words.statement.form)}</legend>
            {offered.map((id) => (
              <button
                key={id}
                type="button"
                title={titles(language)[id]}
                aria-pressed={id === form}
                onClick={() => go({ form: id, row: "", year: "" })}
              >
                {id === "goals" || id === "synthesis" ? say(words.statement.short[id]) : id}
              </button>
            ))}
          </fieldset>
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
              {form === "goals" || form === "synthesis" ? "" : <span class="code">{form}</span>}{" "}
              {titles(language)[form]}
            </h2>
            <p class="aside">
              {statement.success.entity} · {say(words.moment.version)(statement.success.at.plan)} ·{" "}
              {say(words.statement.euro)}
              <span class="hint noprint"> · {say(words.statement.hint)}</span>
            </p>
            <Take name={form} title={caption} content={() => contentOf(caption, statement.success)}>
              <StatementTable
                key={form}
                statement={statement.success}
                blame={blame}
                caption={caption}
                selected={route.row === undefined ? undefined : { row: route.row, year: Number(route.year) }}
                select={(row, year) => go({ form, row: Address.format(row), year: String(year) })}
              />
            </Take>
            <p class="aside noprint">{say(words.statement.reading)}</p>
          </>
        )}
      </section>
      {route.row === undefined ? undefined : (
        <ExplainPanel form={form} row={route.row} year={Number(route.year)} at={at} />
      )}
    </div>
  )
}

/** The printed rows with the columns of the CSV of the command line, which `reconcile` reads. */
const contentOf = (title: string, statement: Statement.Statement): TableContent => ({
  title,
  head: ["section", "code", "label", ...statement.years.map(String)],
  rows: Statement.shown(statement).map(({ section, code, label, cells }) => [
    section,
    code,
    label,
    ...cells.map(({ printed }) => ({ number: Statement.figure(statement, printed) })),
  ]),
})
