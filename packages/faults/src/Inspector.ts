/** Reads ledgers that may be damaged in a child process, and starts another one when a ledger aborts it. */
import * as Child from "./Child.ts"

/** The result of reading a file. */
export type Inspection =
  | { readonly _tag: "Read"; readonly head: string; readonly entries: number; readonly findings: number }
  | { readonly _tag: "Refused"; readonly reason: string }
  | { readonly _tag: "Died" }

/** A process that inspects one file after the other. */
export interface Inspector {
  readonly inspect: (path: string) => Promise<Inspection>
  readonly end: () => void
}

/** The inspecting program, bundled once for all processes. */
export const program = (): Promise<Child.Program> => Child.program("inspect")

export const make = (program: Child.Program): Inspector => {
  let answer: (inspection: Inspection) => void = () => {}
  let current = 0
  const begin = (): Child.Running => {
    const started = ++current
    const running = Child.start(program, [], (line) => answer(read(line)))
    void running.ended.then(() => current === started && answer({ _tag: "Died" }))
    return running
  }
  let asked = 0
  let running = begin()
  return {
    inspect: (path) =>
      new Promise((resolve) => {
        // The driver keeps what it opened until its memory is collected; a new program begins with none.
        if (++asked % 2_000 === 0) running.child.kill("SIGKILL")
        if (running.child.killed || running.child.exitCode !== null || running.child.signalCode !== null)
          running = begin()
        // A file may also make the program run without end: that counts as an abort.
        const timer = setTimeout(() => running.child.kill("SIGKILL"), 20_000)
        answer = (inspection) => {
          clearTimeout(timer)
          resolve(inspection)
        }
        running.child.stdin?.write(`${path}\n`)
      }),
    end: () => running.child.kill("SIGKILL"),
  }
}

const read = (line: string): Inspection => {
  if (line.startsWith("refused ")) return { _tag: "Refused", reason: line.slice(8) }
  const [head = "", entries, findings] = line.split(" ")
  return { _tag: "Read", head, entries: Number(entries), findings: Number(findings) }
}
