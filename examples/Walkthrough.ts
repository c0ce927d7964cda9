/** A walkthrough: prints headings and sentences, and runs commands as a reader would type them. */
import { existsSync, writeSync } from "node:fs"
import { run } from "@grootboek/cli"
import * as OutputFolder from "./OutputFolder.ts"

/** What a walkthrough prints and runs. */
export interface Walkthrough {
  readonly heading: (text: string) => void
  readonly say: (...sentences: ReadonlyArray<string>) => void
  /** Runs a command line; throws when its exit status differs from the expected one (0 by default). */
  readonly grootboek: (commandLine: ReadonlyArray<string>, status?: number) => Promise<void>
  /** Must be called at the end: a folder without it is reported as unfinished. */
  readonly finish: () => void
}

/** Starts a walkthrough that writes to a new or empty folder. With `--progress`, headings go to the terminal too. */
export const begin = (out: string): Walkthrough => {
  OutputFolder.begin(out)
  const write = (text: string): void => void process.stdout.write(`${text}\n`)
  return {
    heading: (text) => {
      write(`\n${text}\n${"=".repeat(text.length)}`)
      if (process.argv.includes("--progress")) writeSync(1, `  ${text}\n`)
    },
    say: (...sentences) => write(`\n${sentences.join("\n")}`),
    grootboek: async (words, expected = 0) => {
      write(`\n$ npx grootboek ${words.map(quote).join(" ")}\n`)
      const status = await run(words)
      if (status !== expected)
        throw new Error(`grootboek ${words[0]} ended with status ${status}, expected ${expected}`)
    },
    finish: () => OutputFolder.finish(out),
  }
}

/** Throws when a file of the example is missing. */
export const need = (...paths: ReadonlyArray<string>): void => {
  const missing = paths.filter((path) => !existsSync(path))
  if (missing.length > 0) throw new Error(`These files of the example are missing: ${missing.join(", ")}`)
}

const quote = (word: string): string => (/^[\w./:=-]+$/.test(word) ? word : `"${word}"`)
