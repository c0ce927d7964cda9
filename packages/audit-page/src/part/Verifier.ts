/**
 * Verifies the journal in a worker; in the page itself where the browser has no workers for files.
 *
 * The worker runs the script of the page, from a blob: a page that was opened from a file has no other address for it.
 */
import type { Ledger } from "@grootboek/core"
import { type OpenedJournal, open } from "../model/OpenedJournal.ts"
import * as VerifiedJournal from "../model/VerifiedJournal.ts"

/** Whether this program runs in the worker. */
export const isWorker = typeof document === "undefined"

const script = isWorker ? "" : (document.currentScript?.textContent ?? "")

/** Verifies the journal that the page sends, and sends the result. Called in the worker. */
export const serve = (): void => {
  addEventListener("message", async ({ data }: MessageEvent<VerifiedJournal.VerificationRequest>) => {
    const post = (message: VerifiedJournal.VerificationMessage, moved: ReadonlyArray<ArrayBuffer> = []) =>
      postMessage(message, { transfer: [...moved] })
    const opened = await open(data.packets, data.label, {
      progress: (entries) => post({ kind: "progress", entries }),
    })
    const { sent, moved } = VerifiedJournal.send(opened)
    post({ kind: "done", ...sent }, moved)
  })
}

/** Returns the verified journal. `shown` is the ledger of the embedded columns. */
export const verify = async (
  request: VerifiedJournal.VerificationRequest,
  shown: Ledger.Ledger,
  progress: (entries: number) => void,
): Promise<OpenedJournal> => {
  const sent = await inWorker(request, progress)
  if (sent !== undefined) return VerifiedJournal.receive(sent, shown)
  return open(request.packets, request.label, { progress, pause: pausing() })
}

/** Returns what the worker sends; undefined when the browser allows none. */
const inWorker = (
  request: VerifiedJournal.VerificationRequest,
  progress: (entries: number) => void,
): Promise<VerifiedJournal.SentJournal | undefined> =>
  new Promise((resolve) => {
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }))
    const end = (sent: VerifiedJournal.SentJournal | undefined, worker?: Worker): void => {
      worker?.terminate()
      URL.revokeObjectURL(url)
      resolve(sent)
    }
    try {
      const worker = new Worker(trusted(url))
      worker.onerror = () => end(undefined, worker)
      worker.onmessageerror = () => end(undefined, worker)
      worker.onmessage = ({ data }: MessageEvent<VerifiedJournal.VerificationMessage>) => {
        if (data.kind === "progress") progress(data.entries)
        else end(data, worker)
      }
      worker.postMessage(request)
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
