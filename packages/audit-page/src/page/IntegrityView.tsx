/** Whether the embedded journal is intact: every hash computed again here, and the first bad entry named. */
import { type Finding, Ledger, Verify } from "@grootboek/core"
import { useState } from "preact/hooks"
import * as Figures from "./Figures.ts"
import { type Finding as Found, hash, open, type Verdict } from "./Opened.ts"
import { useShared } from "./Shared.tsx"

export const IntegrityView = () => {
  const { sealed, verdict, packets, label, words } = useShared()
  const [again, setAgain] = useState<Verdict>()
  const [findings, setFindings] = useState<ReadonlyArray<Finding.Finding>>()
  const [busy, setBusy] = useState(false)
  const { integrity } = words
  const told = again ?? verdict

  const check = async () => {
    setBusy(true)
    const { verdict: next } = await open(packets, label, () => undefined)
    setAgain(next)
    setFindings(Verify.all(sealed, hash).findings)
    setBusy(false)
  }

  return (
    <section aria-labelledby="integrity-title">
      <h2 id="integrity-title">{integrity.title}</h2>
      <p>{integrity.explain}</p>
      {told === undefined ? (
        <p class="note" role="status">
          {integrity.checking}
        </p>
      ) : (
        <Told verdict={told} />
      )}
      <button type="button" class="noprint start" disabled={busy || told === undefined} onClick={check}>
        {busy ? integrity.busy : integrity.again}
      </button>
      {findings === undefined ? undefined : (
        <section aria-live="polite">
          <h3>{integrity.findings}</h3>
          {findings.length === 0 ? (
            <p>{integrity.none}</p>
          ) : (
            <ol lang="en">
              {findings.slice(0, 50).map((one) => (
                <li key={`${one.code} ${one.position}`}>
                  <code>{one.code}</code> {one.message}
                </li>
              ))}
            </ol>
          )}
        </section>
      )}
      <p class="note">{integrity.limits}</p>
    </section>
  )
}

/** Whether an entry is bad, rather than what the page says of the whole. */
const isEntry = ({ _tag }: Found): boolean => !["CutOff", "OtherHead", "OtherColumns"].includes(_tag)

const Told = ({ verdict }: { readonly verdict: Verdict }) => {
  const { ledger, label, words } = useShared()
  const { integrity } = words
  const { finding } = verdict
  const isSound = finding === undefined
  return (
    <>
      <div class={isSound ? "banner sound" : "banner damaged"} role="status" data-testid="verdict">
        <span aria-hidden="true">{isSound ? "✓" : "✗"}</span>
        {isSound ? (
          <b>{integrity.sound(Figures.count(verdict.entries))}</b>
        ) : (
          <div>
            <b>{isEntry(finding) ? integrity.damaged(Figures.count(finding.position)) : integrity.other}</b>
            <p>
              {words.journal.entry(Figures.count(finding.position))} {integrity.codes[finding._tag]}.
            </p>
            <p>{integrity.until(Figures.count(Ledger.position(ledger)))}</p>
          </div>
        )}
      </div>
      <dl class="facts wide">
        <dt>{integrity.entries}</dt>
        <dd class="figure">{Figures.count(verdict.entries)}</dd>
        <dt>{integrity.bytes}</dt>
        <dd class="figure">{Figures.count(verdict.bytes)}</dd>
        <dt>{integrity.elapsed}</dt>
        <dd class="figure">{Figures.count(Math.round(verdict.elapsedMs))} ms</dd>
        <dt>{integrity.head}</dt>
        <dd>
          <code class="hash">{verdict.head}</code>
        </dd>
        <dt>{integrity.promised}</dt>
        <dd>
          <code class="hash">{label.head}</code> ({Figures.count(label.entries)})
        </dd>
        {isSound
          ? undefined
          : Object.entries(finding).map(([name, value]) => (
              <>
                <dt lang="en">{name}</dt>
                <dd>
                  <code class="hash">
                    {typeof value === "object" ? JSON.stringify(value) : String(value)}
                  </code>
                </dd>
              </>
            ))}
      </dl>
    </>
  )
}
