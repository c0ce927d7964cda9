/**
 * Verifies the journal in two workers; in the page itself where the browser has no workers for files.
 *
 * One worker unpacks and hashes the entries, the other checks and folds them. Both run the script of the page, from a
 * blob: a page that was opened from a file has no other address for it.
 */
import type { Ledger } from "@grootboek/core"
import * as HashedBlocks from "../model/HashedBlocks.ts"
import { type OpenedJournal, open } from "../model/OpenedJournal.ts"
import * as VerifiedJournal from "../model/VerifiedJournal.ts"

/** Whether this program runs in the worker. */
export const isWorker = typeof document === "undefined"

const script = isWorker ? "" : (document.currentScript?.textContent ?? "")

/** Answers the request of the page. Called in a worker. */
export const serve = (): void => {
  addEventListener("message", ({ data }: MessageEvent<VerifiedJournal.WorkerRequest>) => {
    // The page then verifies the journal itself.
    answer(data).catch(reportError)
  })
}

const answer = async (request: VerifiedJournal.WorkerRequest): Promise<void> => {
  if (request.kind === "hash") return HashedBlocks.send(request.journal, request.port)
  const tell = (message: VerifiedJournal.VerificationMessage, moved: ReadonlyArray<ArrayBuffer> = []) =>
    postMessage(message, { transfer: [...moved] })
  const opened = await open({ journal: "", snapshot: request.snapshot }, request.label, {
    blocks: HashedBlocks.receive(request.port),
    progress: (entries) => tell({ kind: "progress", entries }),
  })
  const { sent, moved } = VerifiedJournal.send(opened)
  tell({ kind: "done", ...sent }, moved)
}

/** Returns the verified journal. `shown` is the ledger of the embedded columns. */
export const verify = async (
  request: VerifiedJournal.VerificationRequest,
  shown: Ledger.Ledger,
  progress: (entries: number) => void,
): Promise<OpenedJournal> => {
  const sent = await inWorkers(request, progress)
  if (sent !== undefined) return VerifiedJournal.receive(sent, shown)
  return open(request.packets, request.label, { progress, pause: pausing() })
}

/** Returns what the workers send; undefined when the browser allows none. */
const inWorkers = (
  { packets, label }: VerifiedJournal.VerificationRequest,
  progress: (entries: number) => void,
): Promise<VerifiedJournal.SentJournal | undefined> =>
  new Promise((resolve) => {
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }))
    const workers: Array<Worker> = []
    const end = (sent: VerifiedJournal.SentJournal | undefined): void => {
      for (const worker of workers) worker.terminate()
      URL.revokeObjectURL(url)
      resolve(sent)
    }
    const ask = (request: VerifiedJournal.WorkerRequest): Worker => {
      const worker = new Worker(trusted(url))
      workers.push(worker)
      worker.onerror = () => end(undefined)
      worker.onmessageerror = () => end(undefined)
      worker.postMessage(request, [request.port])
      return worker
    }
    try {
      const { port1, port2 } = new MessageChannel()
      ask({ kind: "hash", journal: packets.journal, port: port1 })
      ask({ kind: "verify", snapshot: packets.snapshot, label, port: port2 }).onmessage = ({
        data,
      }: MessageEvent<VerifiedJournal.VerificationMessage>) => {
        if (data.kind === "progress") progress(data.entries)
        else end(data)
      }
    } catch {
      end(undefined)
    }
  })

/** The part of Trusted Types that is used: the page's policy allows this one name. */
interface TrustedUrls {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string }
}

let policy: ReturnType<TrustedUrls["createPolicy"]> | undefined

const trusted = (url: string): string => {
  const types: TrustedUrls | undefined = Reflect.get(globalThis, "trustedTypes")
  policy ??= types?.createPolicy("grootboek-worker", { createScriptURL: (own) => own })
  return policy === undefined ? url : policy.createScriptURL(url)
}

/** The time that the page verifies before it lets the browser handle events. */
const sliceMs = 12

const pausing = (): (() => Promise<void>) => {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < sliceMs) return
    await new Promise((done) => setTimeout(done))
    since = performance.now()
  }
}
