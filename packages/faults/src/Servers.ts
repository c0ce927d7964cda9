/** Several PostgreSQL servers: ledgers divided over them and moved, and a server that is lost and restored from its backup. */
import { generateKeyPairSync } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Journal, JournalStore } from "@grootboek/core"
import { Router } from "@grootboek/core/journal"
import { StoreSuite } from "@grootboek/laws"
import { PostgresAdmin, PostgresStore } from "@grootboek/store-postgres"
import { grootboek, json, must } from "@grootboek/testing/CommandLine"
import { place } from "@grootboek/testing/PostgresPlace"
import * as PostgresServer from "@grootboek/testing/PostgresServer"
import * as Effect from "effect/Effect"
import type { Campaign, Measure } from "./Campaign.ts"
import { inFolder, ledger, proposals, sha256 } from "./Sample.ts"
import { shared } from "./Server.ts"

type Store = JournalStore.JournalStoreShape

export const servers: ReadonlyArray<Campaign> = [
  {
    fault: "router: ledgers divided over two servers, and moved from one to the other",
    promise: "all store laws, moved and equal 3 of 3",
    isLong: true,
    run: () => withOther(routed),
  },
  {
    fault: "a server is lost, and another is restored from exports and signed checkpoints",
    promise: "ledgers restored and intact 3 of 3, later entries noticed 3 of 3",
    run: () => withOther((other) => inFolder((folder) => restored(other, folder))),
  },
]

const withOther = async (work: (other: PostgresServer.Server) => Promise<Measure>): Promise<Measure> => {
  const other = await PostgresServer.start({ fsync: "off" })
  try {
    return await work(other)
  } finally {
    await other.remove()
  }
}

/** Names the store of a ledger by the last character of its name. */
const storeOf = (name: string): "north" | "south" => ((name.at(-1) ?? "") < "i" ? "north" : "south")

const routed = async (other: PostgresServer.Server): Promise<Measure> => {
  const first = await shared()
  const [north, south] = [place(() => first), place(() => other)]
  const names = Router.inMemory()
  const routes = { ...names, storeOf: (name: string) => Effect.succeed(storeOf(name)) }
  const subject: StoreSuite.Subject = {
    sha256,
    place: (kept) => {
      const own = (name: string) => new Map([...kept].filter(([one]) => storeOf(one) === name))
      return Effect.map(Effect.all([north(own("north")), south(own("south"))]), ([inNorth, inSouth]) =>
        Effect.map(Effect.all([inNorth, inSouth]), ([n, s]) =>
          Router.make({
            stores: new Map([
              ["north", n],
              ["south", s],
            ]),
            routes,
          }),
        ),
      )
    },
  }
  const broken: Array<string> = []
  for (const law of StoreSuite.laws)
    await StoreSuite.prove(law, subject).catch((cause) => broken.push(`${law.name}: ${cause.message}`))
  const moved = await Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const stores = new Map<string, Store>([
          ["north", yield* yield* north(new Map())],
          ["south", yield* yield* south(new Map())],
        ])
        const routed = { stores, routes: Router.inMemory(new Map([[ledger, "north"]])) }
        const router = Router.make(routed)
        const heads = []
        for (const [turn, to] of ["south", "north", "south"].entries()) {
          const { position } = yield* router.head(ledger)
          yield* router.append(ledger, position, proposals("p", position, 1_500 + turn))
          const before = yield* router.head(ledger)
          const there = yield* Router.move(routed, ledger, to)
          heads.push(there.hash === before.hash && there.hash === (yield* router.head(ledger)).hash)
        }
        return heads.filter((isEqual) => isEqual).length
      }),
    ),
  )
  const kept = StoreSuite.laws.length - broken.length
  const figure = [`${kept} of ${StoreSuite.laws.length} laws`, `moved and equal ${moved} of 3`, ...broken]
  return { figure: figure.join(", "), holds: broken.length === 0 && moved === 3 }
}

const names = ["gemeente", "ocmw", "welzijn"] as const

const goal = { code: "A1", level: "action", name: "Actie 1", priority: false } as const
const late: Journal.Proposal = {
  id: "late",
  actor: "faults",
  event: { _tag: "StructureDeclared", declarations: { goals: [goal] } },
}

const appended = (name: string) =>
  Effect.fnUntraced(function* (store: Store) {
    const { position } = yield* store.head(name)
    return yield* store.append(name, position, [late])
  })

const restored = async (other: PostgresServer.Server, folder: string): Promise<Measure> => {
  const keys = generateKeyPairSync("ed25519")
  const [secret, open] = [join(folder, "key.pem"), join(folder, "key.pub.pem")]
  writeFileSync(secret, keys.privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 })
  writeFileSync(open, keys.publicKey.export({ type: "spki", format: "pem" }))
  const lost = await PostgresServer.start({ fsync: "off" })
  const path = (name: string, file: string): string => join(folder, `${name}-${file}`)
  try {
    await Effect.runPromise(PostgresAdmin.migrate(lost.url("postgres")))
    for (const name of names) {
      const at = ["--ledger", `${lost.url("postgres")}?ledger=${name}`]
      const plan = ["--entity", name, "--entity-type", "welzijnsvereniging", "--plan", "2026/0"]
      await must("init", ...at, ...plan, "--years", "2026-2031")
      await must("export", ...at, "--out", path(name, "journal.ndjson"))
      await must("checkpoint", "sign", ...at, "--key", secret, "--out", path(name, "signed"))
      // An entry that is recorded after the backup is lost with the server. A checkpoint that was signed after it must show that.
      await Effect.runPromise(
        Effect.scoped(
          Effect.flatMap(PostgresStore.make(`${lost.url("postgres")}?ledger=${name}`), appended(name)),
        ),
      )
      await must("checkpoint", "sign", ...at, "--key", secret, "--out", path(name, "later"))
    }
  } finally {
    await lost.remove()
  }
  await Effect.runPromise(PostgresAdmin.migrate(other.url("postgres")))
  let [intact, noticed] = [0, 0]
  for (const name of names) {
    const at = ["--ledger", `${other.url("postgres")}?ledger=${name}`]
    await must("restore", path(name, "journal.ndjson"), ...at)
    await must("checkpoint", "check", path(name, "signed"), ...at, "--key", open)
    if ((await json<{ ok: boolean }>("verify", ...at)).ok) intact++
    if ((await grootboek("checkpoint", "check", path(name, "later"), ...at, "--key", open)).status === 1)
      noticed++
  }
  const all = names.length
  return {
    figure: `ledgers restored and intact ${intact} of ${all}, later entries noticed ${noticed} of ${all}`,
    holds: intact === all && noticed === all,
  }
}
