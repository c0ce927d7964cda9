/** Faults of clocks, versions, backups and checkpoints. They need no disk. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto"
import { Archive, Checkpoint, Journal, MemoryStore, Verify } from "@grootboek/core"
import { StoreSuite } from "@grootboek/laws"
import * as Random from "@grootboek/testing/Random"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Campaign, Measure } from "./Campaign.ts"
import { chain, sha256 } from "./Sample.ts"

export const histories: ReadonlyArray<Campaign> = [
  {
    fault: "the clock goes backwards",
    promise: "record time never does",
    run: () => laws("clock"),
  },
  {
    fault: "an old reader meets a newer event",
    promise: "reported at its position, never skipped",
    run: () => laws("version"),
  },
  {
    fault: "a backup with a segment missing or two swapped",
    promise: "refused whole, 1 of 1",
    run: async ({ seed, scale }) => backups(seed, Math.round(300 * scale)),
  },
  {
    fault: "the chain rewritten from entry k, for every k",
    promise: "internally sound, found by the checkpoint 1 of 1",
    run: async () => rewritten(60),
  },
  {
    fault: "a forged checkpoint",
    promise: "refused 1 of 1",
    run: async ({ seed, scale }) => forged(seed, Math.round(500 * scale)),
  },
]

const laws = async (topic: StoreSuite.StoreTopic): Promise<Measure> => {
  const subject: StoreSuite.Subject = {
    sha256,
    place: (kept) => Effect.map(MemoryStore.make(sha256, kept), Effect.succeed),
  }
  const chosen = StoreSuite.laws.filter((law) => law.topic === topic)
  const outcomes = await Promise.all(
    chosen.map((law) =>
      StoreSuite.prove(law, subject).then(
        () => 1,
        () => 0,
      ),
    ),
  )
  const held = outcomes.reduce<number>((sum, one) => sum + one, 0)
  return {
    figure: `${held} of ${chosen.length} laws (in every store's suite)`,
    holds: held === chosen.length && held > 0,
  }
}

const backups = (seed: number, trials: number): Measure => {
  const next = Random.from(seed)
  const entries = chain(60)
  let refused = 0
  for (let trial = 0; trial < trials; trial++) {
    const from = Math.floor(next() * 58)
    const to = from + 1 + Math.floor(next() * (59 - from))
    const [before, segment, after] = [entries.slice(0, from), entries.slice(from, to), entries.slice(to)]
    const damaged =
      trial % 2 === 0 && after.length > 0 ? [...before, ...after] : [...before, ...after, ...segment]
    const whole = damaged.every((sealed, i) => sealed === entries[i]) && damaged.length === entries.length
    const lines = new TextDecoder().decode(Archive.write(damaged)).split("\n").slice(0, -2)
    const file = new TextEncoder().encode(
      `${lines.join("\n")}\n${new TextDecoder().decode(Archive.trailer({ ...Journal.genesis, position: 60, hash: entries[59]?.hash ?? "" }))}`,
    )
    if (whole || Archive.readWithFindings(file, sha256).findings.length > 0) refused += 1
  }
  return { figure: `${trials} backups, refused ${refused}`, holds: refused === trials }
}

const rewritten = (count: number): Measure => {
  const entries = chain(count)
  const last = entries.at(-1)
  const checkpoint = Checkpoint.of("faults/main", { position: count, hash: last?.hash ?? "" })
  let [sound, shown] = [0, 0]
  for (let k = 1; k <= count; k++) {
    let previous = entries[k - 2]?.hash ?? Journal.genesis.hash
    const other = entries.map((sealed) => {
      if (sealed.position < k) return sealed
      const text = new TextDecoder().decode(sealed.body)
      const edited = sealed.position === k ? text.replace(/"2026":"\d+/, '"2026":"999999') : text
      const body = new TextEncoder().encode(edited.replace(/"previous":"\w+"/, `"previous":"${previous}"`))
      previous = Journal.hashOf(body, sha256)
      return { ...sealed, body, hash: previous }
    })
    if (Verify.all(other, sha256).findings.length === 0) sound += 1
    if (Checkpoint.compare(checkpoint, { position: count }, other.at(-1)).length === 1) shown += 1
  }
  return {
    figure: `${count} rewritings, internally sound ${sound}, found ${shown}`,
    holds: shown === count,
  }
}

const forged = (seed: number, trials: number): Measure => {
  const next = Random.from(seed)
  const pair = generateKeyPairSync("ed25519")
  const secret = createPrivateKey(pair.privateKey.export({ format: "pem", type: "pkcs8" }))
  const shared = createPublicKey(secret)
  const key = {
    name: "authority",
    bytes: new Uint8Array(shared.export({ format: "der", type: "spki" }).subarray(-32)),
    sign: (message: Uint8Array) => new Uint8Array(sign(null, message, secret)),
    verify: (message: Uint8Array, signature: Uint8Array) => verify(null, message, shared, signature),
  }
  const checkpoint = Checkpoint.of("faults/main", { position: 60, hash: chain(60)[59]?.hash ?? "" })
  const note = Buffer.from(Result.getOrThrow(Checkpoint.sign(checkpoint, key, sha256)))
  let refused = 0
  for (let trial = 0; trial < trials; trial++) {
    const bit = Math.floor(next() * note.length * 8)
    const other = Buffer.from(note)
    other[bit >> 3] = (note[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    if (Result.isFailure(Checkpoint.open(other.toString("utf8"), key, sha256))) refused += 1
  }
  return { figure: `${trials} bits flipped, refused ${refused}`, holds: refused === trials }
}
