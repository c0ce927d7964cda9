/** Whether the embedded journal is intact: every hash computed again here, and the first bad entry named. */
import { type Finding, Ledger, Verify } from "@grootboek/core"
import { useState } from "preact/hooks"
import * as Figures from "./Figures.ts"
import { hash, type Verdict, verify } from "./Opened.ts"
import { useShared } from "./Shared.tsx"

export const IntegrityView = () => {
  const { ledger, sealed, verdict, packet, label, words } = useShared()
  const [again, setAgain] = useState<Verdict>(verdict)
  const [findings, setFindings] = useState<ReadonlyArray<Finding.Finding>>()
  const [busy, setBusy] = useState(false)
  const { integrity } = words
  const { finding } = again

  const check = async () => {
    setBusy(true)
    await new Promise((done) => setTimeout(done, 30))
    setAgain(await verify(packet, label))
    setFindings(Verify.all(sealed, hash).findings)
    setBusy(false)
  }

  return (
    <section aria-labelledby="integrity-title">
      <h2 id="integrity-title">{integrity.title}</h2>
      <p>{integrity.explain}</p>
      <div
        class={finding === undefined ? "banner sound" : "banner damaged"}
        role="status"
        data-testid="verdict"
      >
        <span aria-hidden="true">{finding === undefined ? "✓" : "✗"}</span>
        <div>
          {finding === undefined ? (
            <b>{integrity.sound(Figures.count(again.entries))}</b>
          ) : (
            <>
              <b>{integrity.damaged(Figures.count(finding.position))}</b>
              <p>
                {words.journal.entry(Figures.count(finding.position))} {integrity.codes[finding._tag]}.
              </p>
              <p>{integrity.until(Figures.count(Ledger.position(ledger)))}</p>
            </>
          )}
        </div>
      </div>
      <dl class="facts wide">
        <dt>{integrity.entries}</dt>
        <dd class="figure">{Figures.count(again.entries)}</dd>
        <dt>{integrity.bytes}</dt>
        <dd class="figure">{Figures.count(again.bytes)}</dd>
        <dt>{integrity.elapsed}</dt>
        <dd class="figure">{Figures.count(Math.round(again.elapsedMs))} ms</dd>
        <dt>{integrity.head}</dt>
        <dd>
          <code class="hash">{again.head}</code>
        </dd>
        <dt>{integrity.promised}</dt>
        <dd>
          <code class="hash">{label.head}</code> ({Figures.count(label.entries)})
        </dd>
        {finding === undefined ? undefined : (
          <>
            <dt>{integrity.findings}</dt>
            <dd>
              <dl class="facts">
                {Object.entries(finding).map(([name, value]) => (
                  <div key={name}>
                    <dt lang="en">{name}</dt>
                    <dd>
                      <code class="hash">{String(value)}</code>
                    </dd>
                  </div>
                ))}
              </dl>
            </dd>
          </>
        )}
      </dl>
      <button type="button" class="noprint" disabled={busy} onClick={check}>
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
