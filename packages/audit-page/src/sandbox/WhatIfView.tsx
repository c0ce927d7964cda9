/** What if: supposed changes of the plan, with M2, the margin and the norms beside those of the plan. Nothing is recorded. */
import type { WhatIfSheet } from "@grootboek/core/answer"
import { Export, Table } from "@grootboek/csv"
import { useMemo } from "preact/hooks"
import { ChangeGroups } from "../part/ChangeGroups.tsx"
import { EffectTable } from "../part/EffectTable.tsx"
import { NormTable } from "../part/NormTable.tsx"
import * as Saved from "../part/Saved.ts"
import { useShared } from "../part/Shared.tsx"
import { words } from "../words/Words.ts"
import * as Sandbox from "./Sandbox.ts"
import { SuppositionForm } from "./SuppositionForm.tsx"
import { SuppositionList } from "./SuppositionList.tsx"

const { whatIf } = words

export const WhatIfView = () => {
  const { whole, say, route, go } = useShared()
  const supposed = (route.suppose ?? []).join("\n")
  const sandbox = useMemo(
    () =>
      Sandbox.of(
        whole,
        supposed.split("\n").filter((text) => text !== ""),
        say,
      ),
    [whole, supposed, say],
  )
  const set = (texts: ReadonlyArray<string>) => go({ suppose: texts })
  return (
    <section aria-labelledby="what-if-title" class="what-if">
      <h2 id="what-if-title">{say(whatIf.title)}</h2>
      <p class="supposing" role="note">
        <b>{say(whatIf.band)}</b>
      </p>
      <SuppositionForm add={(text) => set([...sandbox.list.map((one) => one.text), text])} />
      <SuppositionList sandbox={sandbox} set={set} />
      <div aria-live="polite">
        {sandbox.result === undefined ? undefined : <Outcome result={sandbox.result} />}
      </div>
      <p class="aside">{say(whatIf.about)}</p>
    </section>
  )
}

const Outcome = ({ result }: { readonly result: WhatIfSheet.WhatIfSheet }) => {
  const { say } = useShared()
  const { file, rows, changes } = result
  const title = say(whatIf.effectTitle)
  const save = () =>
    Saved.file(
      say(whatIf.file),
      new TextEncoder().encode(Table.write(Export.adjustment({ changes }))),
      "text/csv",
    )
  return (
    <div class="hatched">
      <div>
        <h3>{title}</h3>
        <EffectTable years={file.years} effects={rows} title={title} />
      </div>
      <ChangeGroups file={file} origin="reason" />
      <ChangeGroups file={file} origin="rule" />
      <NormTable file={file} />
      <p class="noprint">
        <button type="button" onClick={save}>
          {say(whatIf.save)}
        </button>{" "}
        <span class="aside">
          {say(whatIf.saved)(`grootboek import ${say(whatIf.file)} --ledger … --as adjustment --plan …`)}
        </span>
      </p>
    </div>
  )
}
