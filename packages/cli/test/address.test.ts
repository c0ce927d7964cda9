/** Addresses in messages: no password is shown, also not that of an address with a fault. */
import { expect, test } from "vitest"
import { masked } from "../src/words/Address.ts"

test.each([
  ["postgres://u:geheim@h/d", "postgres://u:***@h/d"],
  ["POSTGRESQL://u:geheim@h/d", "POSTGRESQL://u:***@h/d"],
  ["postgres://u:g@heim@h/d", "postgres://u:***@h/d"],
  ["postgres://u:ge/heim@h/d", "postgres://u:***@h/d"],
  ["postgres://u:12/heim@h/d", "postgres://u:***@h/d"],
  ["postgres://u:ge heim@h/d", "postgres://u:***@h/d"],
  ["postgres://u:ge?he#im@h/d", "postgres://u:***@h/d"],
  ["postgres://one two:geheim@h/d", "postgres://one two:***@h/d"],
  ["postgres:u:geheim@h/d", "postgres:u:***@h/d"],
  ["/srv/x/ postgres:/u:geheim@h/d", "/srv/x/ postgres:/u:***@h/d"],
  ["mysql://u:geheim@h/d", "mysql://u:***@h/d"],
  ["routes:postgres://u:geheim@h/d", "routes:postgres://u:***@h/d"],
  ["host=h password=geheim user=u", "host=h password=*** user=u"],
  [
    "postgres://h/d?user=u&password=geheim&sslpassword=geheim",
    "postgres://h/d?user=u&password=***&sslpassword=***",
  ],
])("masked: %s", (address, shown) => {
  expect(masked(`No ${address} here, not ${address} either`)).toBe(`No ${shown} here, not ${shown} either`)
})

test.each([
  "postgres://u@h:5432/d",
  "postgres://h:5432/d and a@b",
  "postgres://h:5432/d?heads=/a@b",
  "http://127.0.0.1:4318/v1 a@b",
  "/srv/a:b/x@y.db:12: text",
  "C:/folder/a@b.db",
  "postgres://[bad is not the URL of a server. Write postgres://USER@HOST:PORT/DATABASE?ledger=NAME.",
])("masked: leaves %s", (text) => {
  expect(masked(text)).toBe(text)
})
