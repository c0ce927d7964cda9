/** Tables that are one request: a refusal names the line of its row, and only that row is rejected. */
import { declared, file, folder, json } from "@grootboek/testing/CommandLine"
import { beforeAll, expect, test } from "vitest"

let ledger = ""
let dir = ""

beforeAll(async () => {
  dir = folder()
  ledger = await declared(dir)
})

const line = "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O"

test.each([
  ["objectives", "structure", "code,level,parent,name\nQ1,A,AP101,X\nQ2,A,NOPE,Y\n", "UnknownParent"],
  [
    "accounts",
    "structure",
    "kind;direction;t2_row;t2_title;prefixes;omschrijving\nexploitatie;U;I.A.1.;Goederen;6990;X\nexploitatie;U;Z.9.;Niets;6991;X\n",
    "UnknownFormRow",
  ],
  [
    "budget holders",
    "rules",
    "budgethouder;naam budgethouder;doelstellingen\nB1;X;A10101\nB2;Y;NOPE\n",
    "UnknownGoal",
  ],
  [
    "conditions",
    "rules",
    "voorwaarde;naam voorwaarde;doelstellingen;toelichting\nV1;X;A10101;\nV2;Y;A10101 NOPE;\n",
    "UnknownGoal",
  ],
  [
    "progress",
    "rules",
    "doelstelling;stand op;stand;toelichting\nA10101;2026-06-30;op schema;\nNOPE;2026-06-30;op schema;\n",
    "UnknownGoal",
  ],
  [
    "pledges",
    "rules",
    "engagement;norm;jaar;percentage;bedrag;rekeningen;grondslag;doelstellingen;over;grens;zonder;vindplaats\nP1;minimumreserve;;;1,00;;;;;;;Nota\nP2;budgetneutraliteit;;;0,01;;;NOPE;plan;minstens;;Nota\n",
    "UnknownGoal",
  ],
  [
    "sources",
    "rules",
    `${line};Financieringsbron;Voorwaarde\nA10101;9090;6140000;;;U;subsidies;\nA10101;9090;6150000;;;U;subsidies;NOPE\n`,
    "UnknownCondition",
  ],
])("%s: a refusal is on the line of its row", async (_, kind, text, code) => {
  const answer = await json<object>(
    ...["import", file(dir, `${kind}.csv`, text), "--ledger", ledger, "--as", kind],
  )
  expect(answer).toMatchObject({ findings: [{ code, line: 3 }], counts: { accepted: 1, rejected: 1 } })
})
