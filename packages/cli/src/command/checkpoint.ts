/** `grootboek checkpoint`: signs the head of a journal for someone else to keep, checks a signed one, and proves that one continues another. */
import { createPrivateKey, createPublicKey, sign as signWith } from "node:crypto"
import { basename } from "node:path"
import { Checkpoint, JournalStore, Ledger } from "@grootboek/core"
import { ConsistencyProof, MerkleTree } from "@grootboek/core/journal"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as InputFile from "../output/InputFile.ts"
import * as OutputFile from "../output/OutputFile.ts"
import { inform, print } from "../output/Stdio.ts"
import { storeError } from "../session/CoreFailure.ts"
import * as KeyFile from "../session/KeyFile.ts"
import * as Session from "../session/Session.ts"
import * as Store from "../session/Store.ts"
import * as TreeRoots from "../session/TreeRoots.ts"
import * as CheckpointMessage from "../words/CheckpointMessage.ts"
import { type CommandFailure, refused, usage } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"
import type { Both } from "../words/Language.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

const key = (about: Both) => Parameter.required(Parameter.text("FILE", about))
const signer = {
  key: key({ en: "the public key, a PEM file", nl: "de publieke sleutel, een PEM-bestand" }),
  "key-name": common.keyName,
}
const out = Parameter.text("FILE", {
  en: "the file to write (default: standard output)",
  nl: "het bestand om te schrijven (standaard: de standaarduitvoer)",
})

const sign = Command.define({
  name: "checkpoint sign",
  about: {
    en: "sign the last hash of the journal (Ed25519, C2SP checkpoint)",
    nl: "onderteken de laatste hash van het journaal (Ed25519, volgens C2SP)",
  },
  more: {
    en: "A key is a PEM file: openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out key.pub.pem",
    nl: "Een sleutel is een PEM-bestand: openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out key.pub.pem",
  },
  args: {},
  options: {
    ledger: common.ledger,
    key: key({ en: "the private key, a PEM file", nl: "de private sleutel, een PEM-bestand" }),
    "key-name": common.keyName,
    out,
  },
  run: Effect.fnUntraced(function* ({ options }) {
    const { key: path, out } = options
    const key = yield* KeyFile.read(path, createPrivateKey)
    const opened = yield* Store.open(options.ledger, "readonly")
    // A signature covers every entry, so every entry is read.
    const { ledger, head } = yield* Session.replay(opened, Number.POSITIVE_INFINITY)
    const plan = Ledger.planAt(ledger)
    const signer = {
      name: options["key-name"] ?? basename(path).replace(/\.[^.]+$/, ""),
      bytes: KeyFile.publicBytes(createPublicKey(key)),
      sign: (message: Uint8Array) => new Uint8Array(signWith(null, message, key)),
    }
    const [root] = yield* TreeRoots.of(opened, [{ from: 0, until: head.position }])
    const checkpoint = Checkpoint.of(Checkpoint.originOf(plan?.entity.name), head, root)
    const note = Checkpoint.sign(checkpoint, signer, InputFile.sha256)
    if (Result.isFailure(note)) return yield* Effect.fail(refused(CheckpointMessage.refusal(note.failure)))
    yield* out === undefined ? print(note.success) : OutputFile.write(out, note.success)
  }),
})

const continued = (
  pair: { readonly old: Checkpoint.Checkpoint; readonly next: Checkpoint.Checkpoint },
  proof: ConsistencyProof.ConsistencyProof,
): Effect.Effect<void, CommandFailure> =>
  Effect.mapError(Effect.fromResult(ConsistencyProof.verify(pair, proof, InputFile.sha256)), inconsistent)

const inconsistent = (facts: ConsistencyProof.ConsistencyRefusal): CommandFailure =>
  refused(CheckpointMessage.inconsistent(facts))

const prove = Command.define({
  name: "checkpoint prove",
  about: {
    en: "prove that a later checkpoint continues an earlier one (RFC 6962), for someone without the journal",
    nl: "bewijs dat een later controlepunt op een eerder voortbouwt (RFC 6962), voor wie het journaal niet heeft",
  },
  more: {
    en: "The proof is verified with: grootboek checkpoint check NEW --old OLD --consistency PROOF --key key.pub.pem",
    nl: "Controleer het bewijs met: grootboek checkpoint check NIEUW --old OUD --consistency BEWIJS --key key.pub.pem",
  },
  args: {
    old: Parameter.required(
      Parameter.text("old", { en: "the earlier checkpoint", nl: "het eerdere controlepunt" }),
    ),
    new: Parameter.required(
      Parameter.text("new", { en: "the later checkpoint", nl: "het latere controlepunt" }),
    ),
  },
  options: {
    ledger: common.ledger,
    ...signer,
    out,
  },
  run: Effect.fnUntraced(function* ({ args, options }) {
    const verifier = yield* KeyFile.verifier(options.key, options["key-name"])
    const { checkpoint: old } = yield* KeyFile.checkpoint(args.old, verifier)
    const { checkpoint: next } = yield* KeyFile.checkpoint(args.new, verifier)
    const opened = yield* Store.open(options.ledger, "readonly")
    const sizes = { old: old.entries, new: next.entries }
    const hashes = yield* TreeRoots.of(opened, MerkleTree.proofSpans(sizes))
    const proof = { origin: next.origin, sizes, hashes }
    // A proof from another journal would prove nothing.
    yield* continued({ old, next }, proof)
    const text = ConsistencyProof.write(proof)
    yield* options.out === undefined ? print(text) : OutputFile.write(options.out, text)
  }),
})

const checkConsistency = Effect.fnUntraced(function* (
  path: string,
  { old, consistency }: { readonly old: string; readonly consistency: string },
  verifier: Checkpoint.Verifier,
): Effect.fn.Return<string, CommandFailure> {
  const { file, checkpoint: next } = yield* KeyFile.checkpoint(path, verifier)
  const { checkpoint: before } = yield* KeyFile.checkpoint(old, verifier)
  const { bytes } = yield* InputFile.readSmall(consistency)
  const proof = ConsistencyProof.read(new TextDecoder().decode(bytes))
  yield* continued({ old: before, next }, yield* Effect.mapError(Effect.fromResult(proof), inconsistent))
  return file
})

const check = Command.define({
  name: "checkpoint check",
  about: {
    en: "compare a signed checkpoint with the journal, or with an earlier checkpoint",
    nl: "vergelijk een ondertekend controlepunt met het journaal, of met een eerder controlepunt",
  },
  more: {
    en: "With --consistency and --old no ledger is needed: the proof of `checkpoint prove` is verified.",
    nl: "Met --consistency en --old is geen grootboek nodig: het bewijs van `checkpoint prove` wordt gecontroleerd.",
  },
  args: {
    file: Parameter.required(Parameter.text("file", { en: "the checkpoint", nl: "het controlepunt" })),
  },
  options: {
    ledger: common.optionalLedger,
    ...signer,
    consistency: Parameter.text("FILE", {
      en: "a proof of `checkpoint prove`, verified without the ledger; with --old",
      nl: "een bewijs van `checkpoint prove`, gecontroleerd zonder het grootboek; met --old",
    }),
    old: Parameter.text("FILE", {
      en: "the earlier checkpoint of the proof",
      nl: "het eerdere controlepunt van het bewijs",
    }),
  },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const { consistency, old, ledger: address } = options
    const verifier = yield* KeyFile.verifier(options.key, options["key-name"])
    if (consistency !== undefined && old !== undefined) {
      const file = yield* checkConsistency(args.file, { old, consistency }, verifier)
      yield* inform(language, CheckpointMessage.continues(file, { signer: verifier.name, old }))
      if (address === undefined) return
    }
    if (address === undefined || (consistency === undefined) !== (old === undefined))
      return yield* Effect.fail(usage(CheckpointMessage.needsLedgerOrProof))
    const { file, checkpoint } = yield* KeyFile.checkpoint(args.file, verifier)
    const { entries: signed } = checkpoint
    const opened = yield* Store.open(address, "readonly")
    const { store, ledger } = opened
    const head = yield* Effect.mapError(store.head(ledger), storeError)
    const entry = yield* Effect.mapError(JournalStore.entryAt(store, ledger, signed), storeError)
    const findings = Checkpoint.compare(checkpoint, head, entry)
    if (findings.length > 0) {
      const lines = findings.map((finding) => FileMessage.finding(file, finding))
      return yield* Effect.fail(refused(...lines))
    }
    // The checkpoint proves one hash; the chain of entries before it is checked here.
    const replayed = yield* Session.replay(opened, signed)
    const origin = Checkpoint.originOf(Ledger.planAt(replayed.ledger)?.entity.name)
    const [other] = Checkpoint.compareOrigin(checkpoint, origin)
    if (other !== undefined) return yield* Effect.fail(refused(FileMessage.finding(file, other)))
    const facts = { signer: verifier.name, signed, since: head.position - signed }
    yield* inform(language, CheckpointMessage.matches(file, facts))
  }),
})

export const checkpoints = [sign, check, prove]
