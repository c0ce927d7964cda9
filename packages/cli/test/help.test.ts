/** Help and wrong command lines, in both languages. */
import { grootboek } from "@grootboek/testing/CommandLine"
import { expect, test } from "vitest"
import { commands } from "../src/command/all.ts"
import * as Command from "../src/command/Command.ts"
import { ledger } from "../src/command/common.ts"
import * as HelpText from "../src/words/HelpText.ts"

const english =
  /\b(the|and|are|must|cannot|needs?|default|choices|print|usage|options|arguments|required|missing|unknown|file|folder|year|row|entry|entries|write|read|lines|exitstatus|query|views|host)\b/i

/** Text without the names and values that are typed as they are: options, commands, choices, examples. */
const prose = (text: string): string =>
  text
    .replace(/\(keuze uit: [^)]*\)/g, "")
    .replace(/--[\w-]+|`[^`]*`|^ *(?:\S+: )?grootboek .*$|^Voorbeeld.*$|^Eén actie.*$/gm, "")
    .replace(/\b(form|exact|rows|with|without|only|year|action|section|size|type):?(?= ?[(:)]|\))/g, "")

test.each(commands.map(({ name }) => name))("help: holds no English word in Dutch for %s", async (name) => {
  const { out, status } = await grootboek("--lang", "nl", ...name.split(" "), "--help")
  expect([status, out]).toEqual([0, expect.stringContaining("Gebruik: grootboek")])
  expect(prose(out).match(english)).toBeNull()
})

test("help: describes each group of commands as a whole", async () => {
  const groups = new Set(
    commands.flatMap(({ name }) => (name.includes(" ") ? [name.split(" ")[0] ?? ""] : [])),
  )
  expect(Object.keys(HelpText.groups).sort()).toEqual([...groups].sort())
})

test("completion: describes commands and options in the language", async () => {
  const { out, status } = await grootboek("--lang", "nl", "completion", "fish")
  const described = [...out.matchAll(/ -d '([^']*)'$/gm)].map(([, text = ""]) => text)
  expect([status, described.length > 100]).toEqual([0, true])
  expect(described.filter((text) => english.test(prose(text)))).toEqual([])
})

test.each([
  ["a missing option", ["log"], "'--ledger <LEDGER>' is missing", "'--ledger <GROOTBOEK>' ontbreekt"],
  ["a missing argument", ["restore", "--ledger", "l"], "argument 'file' is missing", "argument 'bestand'"],
  ["a missing value", ["log", "--ledger"], "needs a value", "heeft een waarde nodig"],
  [
    "an unknown option",
    ["log", "--ledger", "l", "--fromm", "1"],
    "did you mean '--from'",
    "bedoelde u '--from'",
  ],
  ["an unknown command", ["logg"], "did you mean 'log'", "bedoelde u 'log'"],
  ["too many arguments", ["log", "x", "--ledger", "l"], "expected 0, received 1", "0 verwacht, 1 gekregen"],
  [
    "a wrong choice",
    ["log", "--ledger", "l", "--format", "x"],
    "choose one of text, csv, json, xlsx",
    "kies uit text",
  ],
  [
    "a wrong argument",
    ["reverse", "x", "--ledger", "l", "--reason", "result"],
    "position x:",
    "volgnummer x:",
  ],
  [
    "a wrong delimiter",
    ["import", "f", "--ledger", "l", "--as", "lines", "--delimiter", "x"],
    "| or tab",
    "| of tab",
  ],
  ["a wrong topic", ["overview", "x", "--ledger", "l"], "topic x:", "onderwerp x:"],
  [
    "a wrong position",
    ["log", "--ledger", "l", "--from", "x"],
    "whole number from 1",
    "geheel getal vanaf 1",
  ],
] as const)("usage: exits 2 and reports %s in both languages", async (_, words, en, nl) => {
  expect(await grootboek(...words)).toMatchObject({ status: 2, err: expect.stringContaining(en) })
  const dutch = await grootboek("--lang", "nl", ...words)
  expect(dutch).toMatchObject({ status: 2, err: expect.stringContaining(nl) })
  expect(dutch.err.replace(/--[\w-]+/g, "").match(english)).toBeNull()
})

test("language: exits 2 when it is neither English nor Dutch", async () => {
  expect(await grootboek("--lang", "fr", "log")).toMatchObject({ status: 2 })
})

test("ledger: reports a missing file with the command that creates it, in both languages", async () => {
  const words = ["log", "--ledger", "none/l.db"]
  const { err, status } = await grootboek(...words)
  expect([status, err]).toEqual([3, expect.stringMatching(/^No ledger at .* `grootboek init --ledger/)])
  const dutch = await grootboek("--lang", "nl", ...words)
  expect(dutch.err).toMatch(/^Geen grootboek op .*, of controleer het pad\.\n$/)
})

test("options: does not compile when an option name is misspelt", () => {
  Command.define({
    name: "typed",
    about: { en: "typed", nl: "typed" },
    args: {},
    options: { ledger },
    // @ts-expect-error The name of the option is `ledger`.
    run: ({ options }) => options.leger,
  })
})
