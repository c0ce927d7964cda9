/** How an example tells its story: headings, sentences, and commands run as a reader would type them. */
import { existsSync, mkdirSync, rmSync } from "node:fs"
import { dirname } from "node:path"
import { run } from "@grootboek/cli"

/** A story under way: where it writes, and how it tells. */
export interface Story {
  readonly heading: (text: string) => void
  readonly say: (...sentences: ReadonlyArray<string>) => void
  /** Runs a command line and goes on if it ends as it should (with status 0 when nothing else is said). */
  readonly grootboek: (commandLine: ReadonlyArray<string>, status?: number) => Promise<void>
}

/** Begins a story with a fresh folder to write to. */
export const begin = (out: string): Story => {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(dirname(out), { recursive: true })
  mkdirSync(out, { recursive: true })
  const write = (text: string): void => void process.stdout.write(`${text}\n`)
  return {
    heading: (text) => write(`\n${text}\n${"=".repeat(text.length)}`),
    say: (...sentences) => write(`\n${sentences.join("\n")}`),
    grootboek: async (words, expected = 0) => {
      write(`\n$ npx grootboek ${words.map(quote).join(" ")}\n`)
      const status = await run(words)
      if (status !== expected)
        throw new Error(`grootboek ${words[0]} ended with ${status}, not with ${expected}`)
    },
  }
}

/** Whether every file is there; a story that lost its data says so. */
export const need = (...paths: ReadonlyArray<string>): void => {
  const lost = paths.filter((path) => !existsSync(path))
  if (lost.length > 0) throw new Error(`these files of the example are missing: ${lost.join(", ")}`)
}

const quote = (word: string): string => (/^[\w./:=-]+$/.test(word) ? word : `"${word}"`)
