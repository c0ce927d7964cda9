/** A place to drop a file, and what the file proves about the journal. */
import { useState } from "preact/hooks"
import * as Evidence from "../model/Evidence.ts"
import { PostingRow } from "../part/PostingRow.tsx"
import { useShared } from "../part/Shared.tsx"
import { VirtualList } from "../part/VirtualList.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export const EvidencePart = () => {
  const { whole, sealed, say } = useShared()
  const [found, setFound] = useState<{ readonly name: string; readonly evidence: Evidence.Evidence }>()
  const [key, setKey] = useState("")
  const read = async (file: File | undefined | null) => {
    if (!file) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    setFound({ name: file.name, evidence: await Evidence.of({ ledger: whole, sealed }, bytes, key) })
  }
  return (
    <section
      class="drop noprint"
      aria-labelledby="evidence-title"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        read(event.dataTransfer?.files[0])
      }}
    >
      <h3 id="evidence-title">{say(words.evidence.title)}</h3>
      <p>{say(words.evidence.about)}</p>
      <div class="bar filters">
        <label>
          {say(words.evidence.choose)}
          <input type="file" onChange={(event) => read(event.currentTarget.files?.[0])} />
        </label>
        <label>
          {say(words.evidence.key)}
          <input type="search" value={key} onInput={(event) => setKey(event.currentTarget.value)} />
        </label>
      </div>
      <div aria-live="polite" data-testid="evidence">
        {found === undefined ? undefined : (
          <>
            <p>
              <code>{found.name}</code>
            </p>
            <Found evidence={found.evidence} />
          </>
        )}
      </div>
    </section>
  )
}

const Found = ({ evidence }: { readonly evidence: Evidence.Evidence }) => {
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
      const isSame = same === ours && theirs === ours && findings === 0
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
