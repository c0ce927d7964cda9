/** The error gallery of `move` and of files of routes: every refusal with its cause and its message. */
import type { Both } from "../src/words/Language.ts"
import * as MoveMessage from "../src/words/MoveMessage.ts"

const [from, to, file] = [
  "postgres://north/ledgers?ledger=w13",
  "postgres://south/ledgers?ledger=w13",
  "routes.json",
]

const rows: ReadonlyArray<readonly [name: string, cause: string, said: Both]> = [
  ["samePlace", "`--to` with the address that the ledger has", MoveMessage.samePlace(from)],
  ["empty", "a misspelt ledger of a server", MoveMessage.empty("postgres://north/ledgers?ledger=w31")],
  ["unsound", "a ledger in which `verify` has findings", MoveMessage.unsound(from)],
  ["otherJournal", "`--to` with the ledger of another authority", MoveMessage.otherJournal(to, 12)],
  ["grew", "an import during the move", MoveMessage.grew({ from, to }, { moved: 73, last: 75 })],
  ["routeWithoutName", "`routes:FILE` where one ledger is needed", MoveMessage.routeWithoutName(file)],
  ["noRoute", "a ledger that the file does not name", MoveMessage.noRoute(file, "w31", ["w13"])],
  ["routeChanged", "two moves of one ledger at once", MoveMessage.routeChanged(file, "w13")],
  ["notRoutes", "another file", MoveMessage.notRoutes("plan.json")],
]

/** The marks around this part of the gallery in its file. */
export const marks = { begin: "<!-- move: begin -->", end: "<!-- move: end -->" }

/** This part of the gallery as Markdown. */
export const markdown = (): string =>
  [
    "| name | caused by | English | Dutch |",
    "|---|---|---|---|",
    ...rows.map(([name, cause, said]) => `| \`${name}\` | ${cause} | ${said.en} | ${said.nl} |`),
    "",
  ].join("\n")
