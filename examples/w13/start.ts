/**
 * `npm start`: makes the W13 example in a new folder and prints where its files are; `npm start -- FOLDER` names another one.
 *
 * A folder that the example made before stays as it is, since a user may have added entries to its ledger. `--fresh` renames
 * it and starts again. The output of all commands goes to a file.
 */
import { closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import * as OutputFolder from "../OutputFolder.ts"

const words = process.argv.slice(2)
const unknown = words.find((word) => word.startsWith("-") && word !== "--fresh")
const folders = words.filter((word) => !word.startsWith("-"))
const [folder = "out/w13"] = folders
const isFresh = words.includes("--fresh")
const say = (...lines: ReadonlyArray<string>): void => void process.stdout.write(`${lines.join("\n")}\n`)
const again = `npm start --${folder === "out/w13" ? "" : ` ${folder}`} --fresh`

/** Stops with status 2: wrong usage. */
const stop = (...lines: ReadonlyArray<string>): never => {
  process.stderr.write(`${lines.join("\n")}\n`)
  process.exit(2)
}

const files = (): void => {
  const listed = [
    ["w13.db", "the ledger: one SQLite file"],
    ["journal.ndjson", "its journal as text, one entry a line"],
    [OutputFolder.transcript, "every command of the example with its output"],
    ["report", "the audit pack: README.txt lists its files"],
    ["report/statements.html", "the six statutory forms, to print"],
    ["beleidsrapport.html", "the policy report of plan 2026/0, to print"],
    ["beleidsrapport.docx", "the same report, to edit"],
  ] as const
  for (const [name, what] of listed)
    if (existsSync(join(folder, name))) say(`  ${join(folder, name).padEnd(folder.length + 24)} ${what}`)
}

const page = (): void => {
  const audit = resolve(folder, "report", "audit.html")
  if (existsSync(audit)) say("", `Open the audit page: ${pathToFileURL(audit).href}`)
}

/** Runs the walkthrough with its output in the transcript, and returns its exit status. */
const walk = async (): Promise<number> => {
  OutputFolder.begin(folder)
  const output = openSync(join(folder, OutputFolder.transcript), "w")
  // The headings show progress; what commands report goes to the transcript too.
  const restore = [process.stdout, process.stderr].map((stream) => {
    const { write } = stream
    stream.write = (chunk: string | Uint8Array, ...rest: ReadonlyArray<unknown>) => {
      writeSync(output, Buffer.from(chunk))
      for (const done of rest) if (typeof done === "function") done()
      return true
    }
    return () => {
      stream.write = write
    }
  })
  process.argv = [...process.argv.slice(0, 2), folder, "--progress"]
  try {
    await import("./main.ts")
    return 0
  } catch (cause) {
    writeSync(output, `${cause instanceof Error ? cause.message : String(cause)}\n`)
    return 1
  } finally {
    for (const undo of restore) undo()
    closeSync(output)
  }
}

/** Returns the number of published figures that the walkthrough compared, and of those that were equal. */
const compared = (): { readonly all: number; readonly equal: number } => {
  const text = readFileSync(join(folder, OutputFolder.transcript), "utf8")
  const sum = (pattern: RegExp) =>
    [...text.matchAll(pattern)].reduce((sum, [, digits = ""]) => sum + Number(digits.replace(/\D/g, "")), 0)
  return { all: sum(/^([\d.,]+) figures compared/gm), equal: sum(/figures compared · ([\d.,]+) equal/gm) }
}

if (unknown !== undefined || folders.length > 1)
  stop(`npm start takes one folder and --fresh; it got: ${words.join(" ")}`)

const before = OutputFolder.inspect(folder)
if (before._tag === "Foreign")
  stop(
    `${folder} holds files that this example did not make, such as ${before.found}. Nothing was changed.`,
    "Name a folder that is new or empty: npm start -- FOLDER",
  )
if (before._tag === "Example" && !isFresh) {
  say(
    "",
    before.finished
      ? `${folder} holds the W13 example of an earlier start. It stays as it is:`
      : `${folder} holds a W13 example that did not finish. It stays as it is:`,
  )
  files()
  say("", `To start again: ${again} (renames ${folder} to ${folder}.before-N)`)
  page()
  process.exit(before.finished ? 0 : 1)
}
if (before._tag === "Example") say(`The earlier example is now in ${OutputFolder.setAside(folder)}.`)

const status = await walk()
if (status !== 0) {
  const transcript = join(folder, OutputFolder.transcript)
  const last = readFileSync(transcript, "utf8").trimEnd().split("\n").slice(-5)
  process.stderr.write(`${last.join("\n")}\nThe example stopped; its output is in ${transcript}.\n`)
  process.exit(status)
}
const { all, equal } = compared()
say("", `${equal} of ${all} published figures of the plan are equal. Written:`)
files()
say(
  "",
  "Try a command:",
  `  npx grootboek explain M2 Autofinancieringsmarge/III 2031 --ledger ${join(folder, "w13.db")}`,
)
page()
