/** The commands that documents, help and messages name: each exists, and has the options that are given to it. */
import { expect, test } from "vitest"
import { commands } from "../../cli/src/command/all.ts"
import type { Subcommand } from "../../cli/src/command/Command.ts"
import { files, read } from "./Repository.ts"

interface Named {
  readonly place: string
  readonly words: ReadonlyArray<string>
}

const common = ["help", "lang", "version"]

/** Returns the commands of a text: in blocks of code, between backticks, and on lines of help. */
const namedIn = (place: string, text: string): ReadonlyArray<Named> =>
  [...text.matchAll(/(?:`|^|: |\$ | {2}|npx |&& |in )grootboek ((?:--lang \w+ )?[a-z][^`\n]*)/gm)].map(
    ([, line = ""]) => ({ place, words: wordsOf(line) }),
  )

/** Returns the words of a command line up to a comment, a pipe, a redirection or the end of its sentence. */
const wordsOf = (line: string): ReadonlyArray<string> => {
  const words = line
    .replaceAll(/"[^"]*"|'[^']*'/g, "TEXT")
    .replace(/ (?:#|\||>|\\$|…).*|[.,;](?=\s|$|<).*/, "")
    .split(/\s+/)
  return words[0] === "--lang" ? words.slice(2) : words
}

const commandOf = ([first = "", second = ""]: ReadonlyArray<string>): Subcommand | undefined =>
  commands.find(({ name, alias }) =>
    [name, alias].some((one) => one === first || one === `${first} ${second}`),
  )

/** A group of commands, such as `checkpoint`. */
const isGroup = ([first = ""]: ReadonlyArray<string>): boolean =>
  commands.some(({ name }) => name.startsWith(`${first} `))

const problems = ({ place, words }: Named): ReadonlyArray<string> => {
  const command = commandOf(words)
  if (command === undefined)
    return isGroup(words) && words.length < 3 ? [] : [`${place}: no command: ${words.join(" ")}`]
  const known = new Set([...common, ...Object.keys(command.options)])
  return words
    .filter((word) => /^--[a-z]/.test(word))
    .map((word) => word.slice(2).replace(/[^a-z-].*$/, ""))
    .filter((option) => !known.has(option))
    .map((option) => `${place}: ${command.name} has no option --${option}`)
}

test("documents: every command exists, with its options", () => {
  const named = files
    .filter((file) => file.endsWith(".md") && !file.includes("/golden"))
    .flatMap((file) => namedIn(file, read(file)))
  expect(named.length).toBeGreaterThan(100)
  expect(named.flatMap(problems)).toEqual([])
})

test.each(["en", "nl"] as const)("help in %s: every command exists, with its options", (language) => {
  const named = commands.flatMap(({ name, more }) => namedIn(name, more?.[language] ?? ""))
  expect(named.length).toBeGreaterThan(20)
  expect(named.flatMap(problems)).toEqual([])
})
