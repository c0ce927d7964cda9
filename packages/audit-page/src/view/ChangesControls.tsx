/** The controls of the view of changes: two moments, a form, the order, and for a list a reason and a text. */
import { type Diff, type FormId, formIds } from "@grootboek/core"
import { Choice } from "../part/Choice.tsx"
import { Controls } from "../part/Controls.tsx"
import { useShared } from "../part/Shared.tsx"
import * as FormName from "../words/FormName.ts"
import { words } from "../words/Words.ts"

export interface ChangesControlsProps {
  /** The moments that can be chosen, each with its name. */
  readonly moments: ReadonlyArray<readonly [moment: string, name: string]>
  readonly from: string
  readonly to: string
  readonly nameOf: (moment: string) => string
  readonly form: FormId | "all"
  /** Whether the cells are shown as a list, which can be searched. */
  readonly isList: boolean
  /** Whether both moments are decisions. */
  readonly isDecided: boolean
  /** The kinds of causes that occur. */
  readonly kinds: ReadonlyArray<Diff.CauseKind>
}

export const ChangesControls = ({
  moments,
  from,
  to,
  nameOf,
  form,
  isList,
  isDecided,
  kinds,
}: ChangesControlsProps) => {
  const { language, say, route, go } = useShared()
  const { reason = "", find: search = "", sort = "order" } = route
  return (
    <Controls
      kind="bar filters noprint"
      summary={`${nameOf(from)} → ${nameOf(to)} · ${form === "all" ? say(words.changes.all) : FormName.of(form, say)}`}
    >
      <Choice
        label={say(words.changes.from)}
        value={from}
        set={(value) => go({ from: value })}
        options={moments}
      />
      <Choice label={say(words.changes.to)} value={to} set={(value) => go({ to: value })} options={moments} />
      <Choice
        label={say(words.statement.form)}
        value={form}
        set={(value) => go({ form: value, row: "", year: "" })}
        options={[
          ["all", say(words.changes.all)],
          ...formIds.map((id) => [id, FormName.heading(id, language)] as const),
        ]}
      />
      <Choice
        label={say(words.changes.as)}
        value={isList ? "list" : "form"}
        set={(value) =>
          go({
            ...{ as: value === "list" ? value : "", reason: "", find: "", sort: "" },
            ...(form === "all" ? { form: "" } : {}),
          })
        }
        options={[
          ["form", say(words.changes.inForm)],
          ["list", say(words.changes.inList)],
        ]}
      />
      <Choice
        label={say(words.changes.sort)}
        value={sort}
        set={(value) => go({ sort: value === "size" ? value : "" })}
        options={[
          ["order", say(words.changes.order)],
          ["size", say(words.changes.size)],
        ]}
      />
      {isList ? (
        <>
          <Choice
            label={say(words.changes.reason)}
            value={reason}
            set={(value) => go({ reason: value })}
            options={[
              ["", say(words.changes.any)],
              ...kinds.map((kind) => [kind, say(words.reasons[kind])] as const),
            ]}
          />
          <label>
            {say(words.changes.search)}
            <input
              type="search"
              value={search}
              onInput={(event) => go({ find: event.currentTarget.value })}
            />
          </label>
        </>
      ) : undefined}
      {isDecided ? <p class="aside">{say(words.decision.compares)}</p> : undefined}
    </Controls>
  )
}
