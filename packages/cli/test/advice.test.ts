/** Every message that stops a command says what to do next, in both languages. */
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { advises } from "./Advice.ts"

const folder = fileURLToPath(new URL("../src/words/", import.meta.url))
const gallery = readFileSync(
  fileURLToPath(new URL("../../../docs/error-gallery.md", import.meta.url)),
  "utf8",
)

/** The parts of the catalogues that stop nothing, by the reason why. */
const others: Readonly<Record<string, ReadonlyArray<string>>> = {
  "reports what was done": [
    ...["BranchMessage.created", "BranchMessage.promoted", "BranchMessage.dropped", "FileMessage.written"],
    ...[
      "CheckpointMessage.matches",
      "CheckpointMessage.continues",
      "LakeMessage.exported",
      "LakeMessage.intact",
    ],
    ...[
      "LedgerMessage.exported",
      "LedgerMessage.restored",
      "LedgerMessage.reversed",
      "LedgerMessage.packWritten",
    ],
    ...["LedgerMessage.migrated", "ImportMessage.replaced", "TransferMessage.moved", "TransferMessage.line"],
  ],
  "is a line, a heading or a name in an answer": [
    ...["BranchMessage.line", "BranchMessage.none", "ConditionMessage.reach", "HealthMessage.*"],
    ...["ImportMessage.readAs", "ImportMessage.note", "MappingMessage.title", "MappingMessage.columns"],
    ...["MappingMessage.heads", "MappingMessage.constant", "MappingMessage.none", "MappingMessage.rows"],
    ...["MappingMessage.note", "LakeMessage.lake"],
  ],
  "is a note beside an answer, or counts what is not listed": [
    ...["FileMessage.remark", "FileMessage.moreFindings", "FileMessage.moreNotes"],
    ...["ImportMessage.rewritten", "ImportMessage.moreSameBookings", "StateMessage.nothingAdjusted"],
    ...["StateMessage.reasonsBlank", "LedgerMessage.waits", "ImportMessage.tryAgain"],
  ],
  "is a part of a message that has its advice elsewhere": [
    ...["BranchMessage.problemOf", "CheckpointMessage.pair", "CheckpointMessage.formatProblems"],
    ...[
      "LedgerMessage.postgres",
      "LedgerMessage.solver",
      "LedgerMessage.auditPage",
      "LedgerMessage.policyReport",
    ],
    ...["LedgerMessage.packDocuments", "LedgerMessage.decisionDocument"],
  ],
  "quotes a message of another catalogue, which is in the error gallery": [
    ...["FileMessage.within", "FileMessage.about", "FileMessage.finding", "CheckpointMessage.refusal"],
  ],
  "is followed by the advice to add --help": [
    ...["UsageMessage.optionMissing", "UsageMessage.argumentMissing", "UsageMessage.valueMissing"],
    ...["UsageMessage.optionUnknown", "UsageMessage.commandUnknown"],
  ],
}
const listed = new Set(Object.values(others).flat())

/** The texts of a declaration, by language, from one language to the next. */
const textsOf = (body: string): ReadonlyArray<readonly ["en" | "nl", string]> => {
  const parts = body.split(/\b(en|nl):/)
  return parts.flatMap((part, at) =>
    at > 0 && (part === "en" || part === "nl") ? [[part, parts[at + 1] ?? ""] as const] : [],
  )
}

const messages = readdirSync(folder)
  .filter((name) => name.endsWith("Message.ts"))
  .flatMap((name) => {
    const [, ...parts] = readFileSync(`${folder}${name}`, "utf8").split(/^(?:export )?const (\w+)/m)
    return parts.flatMap((declared, at) =>
      at % 2 === 0 ? [[`${name.slice(0, -3)}.${declared}`, textsOf(parts[at + 1] ?? "")] as const] : [],
    )
  })
const isListed = (name: string): boolean => listed.has(name) || listed.has(name.replace(/\.\w+$/, ".*"))
const silent = (texts: ReadonlyArray<readonly ["en" | "nl", string]>): ReadonlyArray<string> =>
  texts.flatMap(([language, text]) => (advises(text, language) ? [] : [`${language}: ${text.trim()}`]))

describe("advice", () => {
  test("messages of the command line: say what to do next unless they stop nothing", () => {
    expect(messages.length).toBeGreaterThan(100)
    expect(messages.filter(([name]) => !isListed(name)).flatMap(([, texts]) => silent(texts))).toEqual([])
  })

  test("messages that are listed: exist, and have no advice of their own", () => {
    const silentNames = messages.filter(([, texts]) => silent(texts).length > 0).map(([name]) => name)
    for (const name of listed)
      expect(
        silentNames.some((one) => one === name || one.replace(/\.\w+$/, ".*") === name),
        name,
      ).toBe(true)
  })

  test("error gallery: every message says what to do next, or what is expected at its line", () => {
    const rows = gallery.split("\n").filter((line) => line.startsWith("| `"))
    expect(rows.length).toBeGreaterThan(200)
    const lacking = rows.flatMap((row) => {
      const cells = row.split(/(?<!\\)\|/).slice(1, -1)
      return silent([
        ["en", cells.at(-2) ?? ""],
        ["nl", cells.at(-1) ?? ""],
      ])
    })
    expect(lacking).toEqual([])
  })

  test.each([
    ["en", "The file is damaged.", false],
    ["en", "The file is damaged. Restore the last export.", true],
    ["en", "no rows; expected at least one row", true],
    ["nl", "Het bestand is beschadigd.", false],
    ["nl", "Het bestand is beschadigd. Zet de laatste export terug.", true],
  ] as const)("advises: %s %j is %s", (language, text, expected) => {
    expect(advises(text, language)).toBe(expected)
  })
})
