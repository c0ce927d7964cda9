import { library } from "../scripts/src/library.ts"

export default library
