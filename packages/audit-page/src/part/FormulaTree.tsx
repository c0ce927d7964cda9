/** The rows that a cell adds and subtracts, down to the rows that count postings. */
import { Address, type Explain, type FormId, Selector } from "@grootboek/core"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { useShared } from "./Shared.tsx"

export interface FormulaTreeProps {
  readonly rows: ReadonlyArray<Explain.RowTree>
  readonly form: FormId
  readonly year: number
  /** The moment of the amounts, where it is not that of the route. */
  readonly at?: string | undefined
  readonly depth?: number
}

export const FormulaTree = ({ rows, form, year, at, depth = 0 }: FormulaTreeProps) => {
  const { say } = useShared()
  const filled = rows.filter((row) => row.exact !== 0n)
  const empty = rows.length - filled.length
  return (
    <ul class="tree">
      {filled.map((row) => (
        <li key={`${row.section}/${row.code}/${row.year}`}>
          {row.rows.length === 0 ? (
            <div class="leaf">
              <Line row={row} form={form} year={year} />
            </div>
          ) : (
            <details open={depth < 1}>
              <summary>
                <Line row={row} form={form} year={year} />
              </summary>
              <FormulaTree rows={row.rows} form={form} year={row.year} at={at} depth={depth + 1} />
            </details>
          )}
          <RowLink row={row} form={form} at={at} />
        </li>
      ))}
      {empty === 0 ? undefined : <li class="aside">{say(words.explanation.empty)(Figures.count(empty))}</li>}
    </ul>
  )
}

interface LineProps {
  readonly row: Explain.RowTree
  readonly form: FormId
  readonly year: number
}

const Line = ({ row, year }: LineProps) => (
  <span class="line">
    <b aria-hidden="true">{row.sign === 1 ? "+" : "−"}</b>
    <span>
      <span class="code">{row.code}</span> <span lang="nl">{row.label}</span>
      {row.year === year ? "" : ` (${row.year})`}
    </span>
    <span class="figure">{Figures.exact(row.exact)}</span>
  </span>
)

/** What a row counts, and a link to its own explanation. */
const RowLink = ({
  row,
  form,
  at,
}: Pick<FormulaTreeProps, "form" | "at"> & { readonly row: Explain.RowTree }) => {
  const { say, language, go } = useShared()
  return (
    <div class="deeper">
      {row.counts === undefined ? undefined : (
        <span class="aside">
          {say(words.explanation.counts)}: {Selector.format(row.counts, language)}
        </span>
      )}
      <button
        type="button"
        class="link"
        aria-label={`${say(words.explanation.open)}: ${row.code} ${row.label} ${row.year}`}
        onClick={() =>
          go({
            ...{ form, row: Address.format(row), year: String(row.year) },
            ...(at === undefined ? {} : { at }),
          })
        }
      >
        {say(words.explanation.open)}
      </button>
    </div>
  )
}
