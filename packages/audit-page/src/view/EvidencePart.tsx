/** A place to drop a file, and what the file proves about the journal. */
import { Ledger } from "@grootboek/core"
import { useEffect, useRef, useState } from "preact/hooks"
import * as Evidence from "../model/Evidence.ts"
import { PostingRow } from "../part/PostingRow.tsx"
import { useShared } from "../part/Shared.tsx"
import { VirtualList } from "../part/VirtualList.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export const EvidencePart = () => {
  const { whole, sealed, check, say, compared, compare } = useShared()
  const [found, setFound] = useState<Evidence.Evidence | "unreadable">()
  const [key, setKey] = useState("")
  const part = useRef<HTMLElement>(null)
  const verified = Ledger.position(whole)
  const isDamaged = check?.fault !== undefined
  useEffect(() => {
    if (compared === undefined) return
    let isLatest = true
    const show = (evidence: Evidence.Evidence | "unreadable") => {
      if (isLatest) setFound(evidence)
    }
    compared
      .arrayBuffer()
      .then((file) =>
        Evidence.of({ ledger: whole, sealed: sealed.slice(0, verified) }, new Uint8Array(file), key),
      )
      .then(show, () => show("unreadable"))
    return () => {
      isLatest = false
    }
  }, [compared, key, whole, sealed, verified])
  useEffect(() => {
    if (compared !== undefined) part.current?.scrollIntoView({ block: "nearest" })
  }, [compared])
  return (
    <section class="drop noprint" aria-labelledby="evidence-title" ref={part}>
      <h3 id="evidence-title">{say(words.evidence.title)}</h3>
      <p>{say(words.evidence.about)}</p>
      <div class="bar filters">
        <label class="file">
          <span>{say(words.evidence.choose)}</span>
          <input
            type="file"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0]
              if (file !== undefined) compare(file)
            }}
          />
        </label>
        <label>
          {say(words.evidence.key)}
          <input type="search" value={key} onInput={(event) => setKey(event.currentTarget.value)} />
        </label>
      </div>
      <div aria-live="polite" data-testid="evidence">
        {found === undefined || compared === undefined ? undefined : (
          <>
            <p>
              <code>{compared.name}</code>
            </p>
            {found === "unreadable" ? (
              <p class="verdict fails">✗ {say(words.evidence.unreadable)}</p>
            ) : (
              <Found evidence={found} isDamaged={isDamaged} />
            )}
            {isDamaged ? (
              <p class="verdict warns">{say(words.evidence.verified)(Figures.count(verified))}</p>
            ) : undefined}
          </>
        )}
      </div>
    </section>
  )
}

interface FoundProps {
  readonly evidence: Evidence.Evidence
  /** Whether the journal of this page is damaged: it is then never the same as that of a file. */
  readonly isDamaged: boolean
}

const Found = ({ evidence, isDamaged }: FoundProps) => {
  const { say } = useShared()
  switch (evidence.kind) {
    case "source":
      return (
        <>
          <p class="verdict holds">
            ✓{" "}
            {say(words.evidence.source)(
              Figures.count(evidence.entries),
              Figures.count(evidence.postings.length),
            )}
          </p>
          <code class="hash">SHA-256 {evidence.sha256}</code>
          <VirtualList
            count={evidence.postings.length}
            rowPx={90}
            label={say(words.evidence.postings)}
            row={(index) => {
              const one = evidence.postings[index]
              return one === undefined ? undefined : (
                <>
                  <code class="source">
                    {one.line ?? ""} {one.text}
                  </code>
                  <PostingRow posting={one.posting} />
                </>
              )
            }}
          />
        </>
      )
    case "unknown":
      return (
        <>
          <p class="verdict fails">✗ {say(words.evidence.unknown)}</p>
          <code class="hash">SHA-256 {evidence.sha256}</code>
        </>
      )
    case "journal": {
      const { same, theirs, ours, findings } = evidence
      const isSame = !isDamaged && same === ours && theirs === ours && findings === 0
      return (
        <>
          <p class={isSame ? "verdict holds" : "verdict warns"}>
            {isSame
              ? `✓ ${say(words.evidence.same)(Figures.count(ours))}`
              : say(words.evidence.until)(Figures.count(same), Figures.count(theirs), Figures.count(ours))}
          </p>
          {findings === 0 ? undefined : (
            <p class="verdict fails">✗ {say(words.evidence.damaged)(Figures.count(findings))}</p>
          )}
        </>
      )
    }
    case "checkpoint": {
      const { verdict, entries, origin } = evidence
      return (
        <p class={verdict === "same" ? "verdict holds" : "verdict fails"}>
          {verdict === "same" ? "✓" : "✗"}{" "}
          {say(words.evidence.checkpoint[verdict])(Figures.count(entries), origin)}
        </p>
      )
    }
    case "unsigned":
      return <p class="verdict fails">✗ {say(words.evidence.problems[evidence.problem])}</p>
  }
}
