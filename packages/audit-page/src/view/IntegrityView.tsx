/** The integrity of the embedded journal: the result of checking every hash, and the first bad entry. */
import { type Finding, Ledger } from "@grootboek/core"
import { Audit } from "@grootboek/core/ledger"
import { useState } from "preact/hooks"
import { hash, type JournalCheck, type JournalFault } from "../model/OpenedJournal.ts"
import { HashFact } from "../part/HashFact.tsx"
import { useShared } from "../part/Shared.tsx"
import * as Verifier from "../part/Verifier.ts"
import * as Figures from "../words/Figures.ts"
import { faultOf } from "../words/Integrity.ts"
import { words } from "../words/Words.ts"
import { EvidencePart } from "./EvidencePart.tsx"

const { integrity } = words

export const IntegrityView = () => {
  const { sealed, check: first, packets, label, whole, say } = useShared()
  const [again, setAgain] = useState<JournalCheck>()
  const [findings, setFindings] = useState<ReadonlyArray<Finding.Finding>>()
  const [busy, setBusy] = useState(false)
  const check = again ?? first

  const start = async () => {
    setBusy(true)
    const { check: next } = await Verifier.verify({ packets, label }, whole, () => undefined)
    setAgain(next)
    setFindings(Audit.all(sealed, { sha256: hash }).findings)
    setBusy(false)
  }

  return (
    <section aria-labelledby="integrity-title">
      <h2 id="integrity-title">{say(integrity.title)}</h2>
      <p>{say(integrity.explain)}</p>
      {check === undefined ? (
        <p class="note" role="status">
          {say(integrity.checking)}
        </p>
      ) : (
        <Checked check={check} />
      )}
      <button type="button" class="noprint start" disabled={busy || check === undefined} onClick={start}>
        {say(busy ? integrity.busy : integrity.again)}
      </button>
      {findings === undefined ? undefined : (
        <section aria-live="polite">
          <h3>{say(integrity.findings)}</h3>
          {findings.length === 0 ? (
            <p>{say(integrity.none)}</p>
          ) : (
            <ol>
              {findings.slice(0, 50).map(({ code, position }) => (
                <li key={`${code} ${position}`}>
                  {say(words.journal.entry)(Figures.count(position))} {say(faultOf(code))}.
                </li>
              ))}
            </ol>
          )}
        </section>
      )}
      <p class="note">{say(integrity.limits)}</p>
      {check === undefined ? undefined : <EvidencePart />}
    </section>
  )
}

/** Whether an entry is bad, rather than the journal as a whole. */
const isEntry = ({ _tag }: JournalFault): boolean => !["CutOff", "OtherHead", "OtherColumns"].includes(_tag)

const Checked = ({ check }: { readonly check: JournalCheck }) => {
  const { ledger, label, say } = useShared()
  const { fault } = check
  const isIntact = fault === undefined
  return (
    <>
      <div class={isIntact ? "banner intact" : "banner damaged"} role="status" data-testid="verdict">
        <span aria-hidden="true">{isIntact ? "✓" : "✗"}</span>
        {isIntact ? (
          <b>{say(integrity.intact)(Figures.count(check.entries))}</b>
        ) : (
          <div>
            <b>
              {isEntry(fault) ? say(integrity.damaged)(Figures.count(fault.position)) : say(integrity.other)}
            </b>
            <p>
              {say(words.journal.entry)(Figures.count(fault.position))} {say(integrity.faults[fault._tag])}.
            </p>
            <p>{say(integrity.until)(Figures.count(Ledger.position(ledger)))}</p>
          </div>
        )}
      </div>
      <dl class="facts wide">
        <dt>{say(integrity.entries)}</dt>
        <dd class="figure">{Figures.count(check.entries)}</dd>
        <dt>{say(integrity.bytes)}</dt>
        <dd class="figure">{Figures.count(check.bytes)}</dd>
        <dt>{say(integrity.elapsed)}</dt>
        <dd class="figure">{Figures.count(Math.round(check.elapsedMs))} ms</dd>
        <HashFact name={say(integrity.head)} value={check.head} />
        <dt>{say(integrity.promised)}</dt>
        <dd>
          <code class="hash">{label.head}</code> ({Figures.count(label.entries)})
        </dd>
        {isIntact ? undefined : <Facts fault={fault} />}
      </dl>
    </>
  )
}

/** The facts of a fault that have a name on the page. */
const Facts = ({ fault }: { readonly fault: JournalFault }) => {
  const { say } = useShared()
  const facts: Readonly<Record<string, unknown>> = { ...fault }
  return (
    <>
      {Object.entries(integrity.facts).map(([name, text]) =>
        facts[name] === undefined ? undefined : (
          <HashFact key={name} name={say(text)} value={String(facts[name])} />
        ),
      )}
    </>
  )
}
