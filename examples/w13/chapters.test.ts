/** The chapters: their printed figures. */
import { describe, expect, test } from "vitest"

const chapter = async (name: string): Promise<string> => {
  const { lines }: { readonly lines: ReadonlyArray<string> } = await import(`./chapters/${name}.ts`)
  return lines.join("\n").replace(/ {2,}/g, "  ")
}

describe("W13 chapters", () => {
  test("01-indexation: 2 % a year gives the printed figures within one euro", async () => {
    const text = await chapter("01-indexation")
    expect(text).toContain(
      "2 % a year  801.391,00  817.418,82  833.767,20  850.442,54  867.451,39  884.800,42",
    )
    expect(text).toContain("differs by  0  0  0  0  -1  -1")
    expect(text).toContain("2 % a year  250,00  255,00  260,10  265,30  270,61  276,02")
    expect(text).toContain("differs by  0  0  0  0  0  0")
    expect(text).toContain("Bijdrage lokale besturen  at least 801.391,100575  below 801.391,291811")
    expect(text).toContain('"missing":["2028-12"]')
  })

  test("02-contributions: shares sum to the line, which does not change", async () => {
    const text = await chapter("02-contributions")
    expect(text).toContain("together  801.391,00  817.418,82  833.767,1964")
    expect(text).toContain("the line  801.391,00  817.418,82  833.767,1964")
    expect(text).toContain("T2 before and after is the same.")
    for (const refusal of ["KeySumsToZero", "MemberTwice", "UnknownMember"]) expect(text).toContain(refusal)
  })

  test("03-overhead: every action is charged 15 % of its staff cost unless an exception states its rule", async () => {
    const text = await chapter("03-overhead")
    expect(text).toContain("together  189.321,81  185.089,75  177.497,97  181.579,10  162.879,86  154.635,32")
    expect(text).toContain("A10302  2026  212.896,93  31.934,54  14.902,79  17.031,75")
    expect(text).toContain("the result of the association is the same in all six years")
  })

  test("04-norms: the margin of 2031 misses its pledge by 15.569, and three actions are not neutral", async () => {
    const text = await chapter("04-norms")
    expect(text).toContain("missed by 15.569")
    expect(text).toContain("A10103, A10203, A10302, A10303, A10304, A10401, A10402, A10501, A10502")
    expect(text).toContain("A10102  neutral  -5.966,06  -23.054,86  -23.511,03  -23.966,13  -24.420,17")
    expect(text).toContain("A10201  51.269,35  38.972,97  33.788,01  27.937,45  23.097,16  17.230,48")
    expect(text).toContain("A10205  -23.199,75  -25.744,96  -22.848,13  -28.800,18  -33.795,67  -41.517,89")
    expect(text).toContain(
      "with 1.500 a year  40.805,56  42.327,37  43.711,47  45.009,40  46.523,53  47.661,89",
    )
  })

  test("05-conditions: 445.000 of investment is conditional, and both parts sum to the whole", async () => {
    const text = await chapter("05-conditions")
    expect(text).toContain("with it  460.000,00  10.000,00")
    expect(text).toContain("without it  15.000,00  10.000,00")
    expect(text).toContain("only it  445.000,00  0,00")
    expect(text).toContain("te financieren, if FA13  445.000,00")
    expect(text).toContain("after the stop  1.090.768,30  1.090.768,30  0,00  0,00  0,00  0,00")
    expect(text).toContain('"condition":"FA14"')
  })

  test("06-realisation: the report is in plain words, and the result of a year is carried to the cent", async () => {
    const text = await chapter("06-realisation")
    expect(text).toContain(
      "Van € 259.476,44 is € 117.388,30 uitgegeven (45,24 %). Er is € 142.088,14 nog beschikbaar.",
    )
    expect(text).toContain("Exploitatie/U  4.562.880,22  634.832,32  3.928.047,90  13,91  fine")
    expect(text).toContain("according to the accounts (M2 VI 2027)  953.260,84")
    expect(text).toContain("J2 VII 2026, realised  953.260,84")
    for (const refusal of ["CarryOverTooLarge", "YearIsClosed", "UnknownAction"])
      expect(text).toContain(refusal)
  })

  test("07-tables: the reserve goes from 732.274,21 to 404.701,76, with a difference of six cents", async () => {
    const text = await chapter("07-tables")
    expect(text).toContain("Food Act 13: verhuis en wagenpark  445.000,00")
    expect(text).toContain("B  15  15  13  13  12  11")
    expect(text).toContain("together  -327.572,45")
    expect(text).toContain("reserve 1/1/2024 (computed)  975.318,00")
    expect(text).toContain("together  -243.043,79")
    expect(text).toContain("reserve 31/12/2024 by the accounts  732.274,21")
    expect(text).toContain("reserve 31/12/2024 by the plan  766.791,19")
    expect(text).toContain("the accounts processed in 2025  -34.516,98  732.274,21")
    expect(text).toContain("reserve 31/12/2025  404.701,76")
    expect(text).toContain("The difference is 0,06")
  })

  test("08-oddities: each has its figures from the files of the plan", async () => {
    const text = await chapter("08-oddities")
    expect(text).toContain('The introduction names 13 of the "14 OCMW\'s"; chapter 3.6 names 14.')
    expect(text).toContain("Missing in the introduction: Harelbeke.")
    expect(text).toContain("404.701,70 in the synthesis and 404.701,76 in chapter 3.7:")
    expect(text).toContain("a difference of 0,06.")
    expect(text).toContain("-3 in M2 and -4 in T2; exactly it is -3,5078.")
    expect(text).toContain("margin in 2031; M2 prints -15.569.")
    expect(text).toContain("Uitgaven  189.563  0")
    expect(text).toContain("due by 31/12/2026.")
    expect(text).toContain("6 a kilo × 435.000 kg is € 2.610.000; the annex prints € 2.580.000.")
  })
})
