/** The program of the page: opens the embedded journal and renders the page. */
import "./style/base.css"
import "./style/controls.css"
import "./style/page.css"
import "./style/moment.css"
import "./style/layout.css"
import "./style/tables.css"
import "./style/explanation.css"
import "./style/postings.css"
import "./style/changes.css"
import "./style/compare.css"
import "./style/replay.css"
import "./style/views.css"
import "./style/indicators.css"
import "./style/find.css"
import "./style/phone.css"
import "./style/phone-tables.css"
import "./style/paper.css"
import "./style/paper-tables.css"
import "./style/sandbox.css"
import { render } from "preact"
import * as OpenedJournal from "../model/OpenedJournal.ts"
import type { Label } from "../pack/Label.ts"
import * as ShownNodes from "../part/ShownNodes.ts"
import * as Verifier from "../part/Verifier.ts"

import { App } from "./App.tsx"

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? ""

const start = async (): Promise<void> => {
  const packets: OpenedJournal.Packets = { journal: textOf("journal"), snapshot: textOf("snapshot") }
  // Written by AuditPage.render; everything that it states is checked against the journal.
  const label = JSON.parse(textOf("label")) as Label
  const opened = (await OpenedJournal.preview(packets)) ?? (await OpenedJournal.open(packets, label))
  const page = document.getElementById("page")
  if (page === null) return
  page.replaceChildren()
  ShownNodes.install()
  render(<App opened={opened} label={label} packets={packets} />, page)
  // For measurements: the time from the start of the load to the first statement.
  requestAnimationFrame(() => performance.mark("grootboek-open"))
}

// The worker that verifies the journal runs the same script.
if (Verifier.isWorker) Verifier.serve()
else start()
