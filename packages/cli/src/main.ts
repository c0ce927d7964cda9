/** The `grootboek` program, from its sources. */
import { main } from "./index.ts"

await main()
