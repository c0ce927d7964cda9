/** The statements in their official layout, and beside them the cell that is being explained. */
import { Address, type FormId, formIds, Ledger } from "@grootboek/core"
import * as Result from "effect/Result"
import { useMemo } from "preact/hooks"
import * as Blame from "./Blame.ts"
import { ExplainPanel } from "./ExplainPanel.tsx"
import { useShared } from "./Shared.tsx"
import { StatementTable } from "./StatementTable.tsx"

export const StatementsView = () => {
  const { ledger, words, route, go, position } = useShared()
  const form = Result.getOrElse(Ledger.formOf(route.form ?? "M2"), (): FormId => "M2")
  // The forms of the accounts have something to show once something was realised.
  const realised = ledger.columns.places.some(({ phase }) => phase === "actual")
  const offered = formIds.filter((id) => realised || !id.startsWith("J"))
  const at = position
  const statement = useMemo(() => Ledger.statement(ledger, form, { at }), [ledger, form, at])
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
            <legend class="unseen">{words.statement.form}</legend>
            {offered.map((id) => (
              <button
                key={id}
                type="button"
                title={words.forms[id]}
                aria-pressed={id === form}
                onClick={() => go({ form: id, row: "", year: "" })}
              >
                {id === "goals" || id === "synthesis" ? words.formShort[id] : id}
              </button>
            ))}
          </fieldset>
          <label class="check">
            <input
              type="checkbox"
              checked={blamed}
              onChange={(event) => go({ blame: event.currentTarget.checked ? "1" : "" })}
            />{" "}
            {words.statement.showBlame}
          </label>
        </div>
        {Result.isFailure(statement) ? (
          <p>{words.statement.nothing}</p>
        ) : (
          <>
            <h2 id="form-title">
              {form === "goals" || form === "synthesis" ? "" : <span class="code">{form}</span>}{" "}
              {words.forms[form]}
            </h2>
            <p class="aside">
              {statement.success.entity} · {words.moment.version(statement.success.at.plan)} ·{" "}
              {words.statement.euro} · <span class="noprint">{words.statement.hint}</span>
            </p>
            <StatementTable
              key={form}
              statement={statement.success}
              blame={blame}
              selected={route.row === undefined ? undefined : { row: route.row, year: Number(route.year) }}
              select={(row, year) => go({ form, row: Address.format(row), year: String(year) })}
            />
            <p class="aside">{words.statement.reading}</p>
          </>
        )}
      </section>
      {route.row === undefined ? undefined : (
        <ExplainPanel form={form} row={route.row} year={Number(route.year)} at={at} />
      )}
    </div>
  )
}
