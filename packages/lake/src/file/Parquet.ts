/** A part of a table as the bytes of a Parquet file. The same rows give the same bytes. */
import { type BasicType, type ColumnSource, parquetWriteBuffer } from "hyparquet-writer"
import type { ColumnType, LakeColumn, LakeTable } from "../table/LakeTable.ts"

export const write = ({ columns }: LakeTable): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      createdBy: "grootboek",
      rowGroupSize: 1_000_000,
      columnData: Object.entries(columns).map(([name, column]) => source(name, column)),
    }),
  )

const types: Readonly<Record<ColumnType, BasicType>> = {
  text: "STRING",
  int: "INT32",
  long: "INT64",
  flag: "BOOLEAN",
}

const source = (name: string, { type, values }: LakeColumn): ColumnSource => ({
  name,
  type: types[type],
  data: ArrayBuffer.isView(values) ? values : values.map((value) => value ?? null),
  nullable: !ArrayBuffer.isView(values) && values.some((value) => value === undefined),
})
