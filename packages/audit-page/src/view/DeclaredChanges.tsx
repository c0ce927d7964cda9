/** What each decision changed in indicators, targets and texts, with old and new values. */
import { Fragment } from "preact"
import { useMemo } from "preact/hooks"
import * as IndicatorRecord from "../model/IndicatorRecord.ts"
import { DecisionNote } from "../part/DecisionNote.tsx"
import { EntryLink } from "../part/EntryLink.tsx"
import * as IndicatorWords from "../part/IndicatorWords.ts"
import { useShared } from "../part/Shared.tsx"
import { Heads, WideTable } from "../part/WideTable.tsx"
import { words } from "../words/Words.ts"

const { indicators, changes } = words

export const DeclaredChanges = () => {
  const { whole, say, position } = useShared()
  const versions = useMemo(() => IndicatorRecord.changes(whole, position), [whole, position])
  if (versions.length === 0) return undefined
  const title = say(indicators.changes)
  return (
    <section>
      <h3>{title}</h3>
      <WideTable title={title} class="small">
        <thead>
          <tr>
            <Heads of={[indicators.code, indicators.field, changes.old, changes.new].map(say)} />
            <Heads of={[say(indicators.recorded)]} />
          </tr>
        </thead>
        <tbody>
          {versions.map(({ label, changes: list }) => (
            <Fragment key={label}>
              {list.map((one) => (
                <tr key={`${one.list} ${one.code} ${one.number} ${one.field}`}>
                  <th scope="row" lang="nl">
                    {one.code}
                    {one.number === undefined ? "" : ` · ${one.number}`}
                  </th>
                  <td>
                    {say(indicators.lists[one.list])} · {IndicatorWords.field(one.field, say)}
                  </td>
                  <td lang="nl">{IndicatorWords.fieldValue(one.field, one.old, say)}</td>
                  <td lang="nl">{IndicatorWords.fieldValue(one.field, one.new, say)}</td>
                  <td>
                    <DecisionNote entry={one.entry} /> <EntryLink entry={one.entry} />
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </WideTable>
    </section>
  )
}
